"""The form of a comparison keeps what was ticked, and says how many are too many."""

from django.http import QueryDict

from advisor import forms


CHOICES = [(code, code.title()) for code in ("calmol", "water", "hush", "stillit", "gel")]


def filled(*codes):
    return forms.Comparison(QueryDict("&".join(f"treatment={code}" for code in codes)), choices=CHOICES)


def test_four_fit():
    assert filled("calmol", "water", "hush", "gel").is_valid()


def test_five_are_one_too_many_and_stay_ticked():
    form = filled("calmol", "water", "hush", "stillit", "gel")
    assert form.errors["treatment"] == ["5 treatments are ticked, and 4 fit side by side. Take 1 away."]
    assert str(form["treatment"]).count("checked") == 5
