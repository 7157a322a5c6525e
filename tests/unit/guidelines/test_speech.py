"""Models call themselves, their columns and their choices in the reader's language, wherever Django shows them."""

from django.contrib import admin
from django.utils import translation

from guidelines import speech
from guidelines.models import Contraindication, ReviewStep


def test_a_model_and_its_columns_are_called_in_the_readers_language():
    severity = Contraindication._meta.get_field("severity")
    with translation.override("de"):
        assert Contraindication._meta.verbose_name_plural == "Kontraindikationen"
        assert severity.verbose_name == "Schweregrad"
        assert severity.help_text == "„Kontraindiziert“ und „vermeiden“ schließen die Behandlung beide aus."
    assert severity.verbose_name == "severity"


def test_a_choice_is_shown_in_the_readers_language_and_kept_in_none():
    step = ReviewStep(state="approved")
    with translation.override("de"):
        assert step.get_state_display() == "Freigegeben"
        assert step.state == "approved"


def test_a_form_of_the_admin_asks_in_the_readers_language(rf, admin_user):
    request = rf.get("/")
    request.user = admin_user
    with translation.override("de"):
        form = admin.site._registry[Contraindication].get_form(request)
        assert str(form.base_fields["severity"].label) == "Schweregrad"


def test_the_words_of_a_model_are_gathered_as_they_stand_in_the_code():
    assert {"contraindications", "severity", "Avoid: ruled out"} <= {*map(str, speech.words([Contraindication]))}
