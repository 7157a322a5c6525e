"""The settings of the bench: a deployment's, as far as a client without TLS allows, with the bare page added."""

import os
from pathlib import Path

from config.settings import *


DEBUG = False
SHOW_UNAPPROVED_EDITIONS = True
ALLOWED_HOSTS = ["testserver", "127.0.0.1"]
SECURE_SSL_REDIRECT = False
ROOT_URLCONF = "tests.bench.bare"
TEMPLATES[0]["DIRS"] = [*TEMPLATES[0]["DIRS"], ROOT / "tests/bench/templates"]
SESSION_COOKIE_SECURE, SESSION_COOKIE_NAME = False, "sessionid"
STATIC_ROOT = Path(os.environ["BENCH_FOLDER"]) / "static"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": STATIC_STORAGE}}
