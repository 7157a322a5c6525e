"""The app: what it settles when it starts."""

from django.apps import apps
from django.utils import translation
from django.utils.translation import gettext, ngettext, trans_real


def test_words_are_sought_in_one_catalogue_of_the_page_s_own_language():
    apps.get_app_config("advisor").ready()
    assert trans_real.translation("en-gb")._fallback is None
    with translation.override("en-gb"):
        assert gettext("Nobody says this") == "Nobody says this"
        assert ngettext("one hiccup", "several hiccups", 2) == "several hiccups"


def test_german_still_falls_back_to_english():
    with translation.override("de"):
        assert gettext("Nobody says this") == "Nobody says this"
        assert gettext("Yes") == "Ja"
