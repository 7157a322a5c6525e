"""The settings of every deployment, read from the environment; strict unless DEBUG says otherwise."""

import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environ import Env

from config import database, log


ROOT = Path(__file__).resolve().parent.parent
env = Env()

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="development-only" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. On a developer's machine start with DEBUG=true (`make run` does). For a deployment set "
        "SECRET_KEY to at least 50 random characters: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"
    )
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if DEBUG else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# What a deployment may decide about advice. An edition that nobody approved is for demonstrations only.
SHOW_UNAPPROVED_EDITIONS = env.bool("SHOW_UNAPPROVED_EDITIONS", default=DEBUG)
DEFAULT_JURISDICTION = env.str("DEFAULT_JURISDICTION", default="us")
if DEFAULT_JURISDICTION not in {"us", "eu", "uk"}:
    raise ImproperlyConfigured(f"DEFAULT_JURISDICTION is {DEFAULT_JURISDICTION!r}. Set it to us, eu or uk.")

# How many clinicians' overrides for newer evidence have an editor look at a rule. One may be an odd patient and two a
# coincidence; more than a few would leave what is out of date in use for longer.
OVERRIDES_THAT_OPEN_A_TASK = env.int("OVERRIDES_THAT_OPEN_A_TASK", default=3)
if OVERRIDES_THAT_OPEN_A_TASK < 1:
    raise ImproperlyConfigured(
        f"OVERRIDES_THAT_OPEN_A_TASK is {OVERRIDES_THAT_OPEN_A_TASK}. Set it to a whole number of at least 1."
    )

# Signs the ledger's tree heads; without it they carry no signature.
LEDGER_KEY = env.str("LEDGER_KEY", default="")
if LEDGER_KEY and not re.fullmatch("[0-9a-f]{64}", LEDGER_KEY):
    raise ImproperlyConfigured(
        "LEDGER_KEY is not 64 small hex digits. Make one: python3 -c 'import secrets; print(secrets.token_hex(32))'"
    )

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    # The list of passkeys says how long ago each was used.
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_structlog",
    "advisor.accounts",
    "guidelines",
    "advisor",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages are compressed, each padded by a random length (docs/decisions/0006).
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # The language of the account, so after it is known whose request this is.
    "advisor.accounts.preference.PreferenceMiddleware",
    "advisor.accounts.sitting.SittingMiddleware",
    # Every page refuses strangers unless its view is declared @login_not_required.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.request_log.RequestMiddleware",
    "config.method.explained",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "advisor.accounts.preference.for_template",
                "advisor.accounts.roles.for_template",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

DATABASE_URL = env.str("DATABASE_URL", default=f"sqlite:///{ROOT / 'var' / 'db.sqlite3'}")
DATABASES = {"default": database.opened(Env.db_url_config(DATABASE_URL), keep_connections=not DEBUG)}
database.make_room(DATABASES["default"])
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# In the database, so that the sign-in limits count across all workers.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

# Signing in: e-mail and pass phrase, then a second factor where the user has set one up.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "advisor.accounts.policy.SignIn"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# Strangers may check papers, but not guess.
ACCOUNT_RATE_LIMITS = {"check": "30/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Advisor"
MFA_FORMS = {
    "authenticate": "advisor.accounts.second_factor.Code",
    "reauthenticate": "advisor.accounts.second_factor.CodeAgain",
    "authenticate_webauthn": "advisor.accounts.second_factor.Key",
    "reauthenticate_webauthn": "advisor.accounts.second_factor.KeyAgain",
}
# An administrator makes the account and vouches for its address.
MFA_ALLOW_UNVERIFIED_EMAIL = True
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# A sitting ends after thirty idle minutes, and after twelve hours whatever happens (advisor.accounts.sitting).
SESSION_COOKIE_AGE = 30 * 60
SESSION_COOKIE_NAME = "sessionid" if DEBUG else "__Host-sessionid"
SESSION_COOKIE_SECURE = not DEBUG
CSRF_COOKIE_NAME = "csrftoken" if DEBUG else "__Host-csrftoken"
CSRF_COOKIE_SECURE = not DEBUG
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SECURE = not DEBUG

SECURE_SSL_REDIRECT = not DEBUG
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 0 if DEBUG else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEBUG
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if env.bool("BEHIND_TLS_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
PERMISSIONS_POLICY = dict.fromkeys(("camera", "geolocation", "microphone", "payment", "usb"), ())

STATIC_URL = "static/"
STATIC_ROOT = ROOT / "var" / "static"
STATICFILES_DIRS = [ROOT / "static"]
# The pages' stylesheet is made from many (config.styles); what is not a page's own comes as before.
STATICFILES_FINDERS = [
    "config.styles.finder.Finder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STATIC_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else STATIC_STORAGE},
}

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="advisor@localhost")

# The pages' words are British English in the code; every other language has a catalogue under locale/.
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [ROOT / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = "UTC"

# An address in a header can be forged; the server's own log has the peer's.
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
LOGGING = log.configuration(readable=DEBUG)
