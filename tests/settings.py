"""The product's settings as the tests run them: quick hashing, plain static files, one query per row is an error."""

import os


os.environ["DEBUG"] = "true"
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

from config.settings import *


PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

# A page that asks the database once per row fails its test (django-zeal).
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = [*MIDDLEWARE, "zeal.middleware.zeal_middleware"]
