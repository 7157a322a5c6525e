"""What a deployment is told when its environment lacks something."""

import os
import subprocess
import sys

import pytest


SECRET = "only-for-this-test-and-long-enough-to-satisfy-it-0123456789-abcdef"
SHOW = "from django.conf import settings as s; print(({}))"


def started(show="s.DEBUG", **environment):
    """Return what a fresh interpreter says of its settings under this environment alone."""
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    code = f"import django; django.setup(); {SHOW.format(show)}"
    told = {"DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": "sqlite://:memory:"} | kept | environment
    return subprocess.run([sys.executable, "-c", code], env=told, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, "SECRET_KEY is not set"),
        ({"DEBUG": "true", "DEFAULT_JURISDICTION": "mars"}, "Set it to us, eu or uk"),
        ({"DEBUG": "true", "LEDGER_KEY": "short"}, "LEDGER_KEY is not 64 small hex digits"),
        ({"DEBUG": "true", "DATABASE_URL": "mysql://root@localhost/x"}, "Use sqlite:///"),
    ],
)
def test_a_wrong_setting_says_what_to_do(environment, told):
    assert told in started(**environment).stderr


def test_a_deployment_is_strict_without_being_told():
    strict = "s.DEBUG, s.SHOW_UNAPPROVED_EDITIONS, s.SESSION_COOKIE_NAME, s.SECURE_SSL_REDIRECT"
    assert started(strict, SECRET_KEY=SECRET).stdout.strip() == "(False, False, '__Host-sessionid', True)"


def test_a_demonstration_shows_unapproved_editions():
    assert started("s.SHOW_UNAPPROVED_EDITIONS", DEBUG="true").stdout.strip() == "True"
