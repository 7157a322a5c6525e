"""The settings of the bench: a deployment's, as far as a client without TLS allows, with the bare page added."""

from config.settings import *


DEBUG = False
SHOW_UNAPPROVED_EDITIONS = True
ALLOWED_HOSTS = ["testserver"]
SECURE_SSL_REDIRECT = False
ROOT_URLCONF = "tests.bench.bare"
TEMPLATES[0]["DIRS"] = [*TEMPLATES[0]["DIRS"], ROOT / "tests/bench/templates"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
