"""The forms of review: each decision says which edition, in which state, its page showed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from guidelines.review import Seen


def _text(rows, **options):
    return forms.CharField(max_length=5000, widget=forms.Textarea(attrs={"rows": rows}), **options)


class Decision(forms.Form):
    """A decision about an edition as its page showed it."""

    sha256 = forms.CharField(max_length=64, widget=forms.HiddenInput)
    step = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def about(cls, seen):
        """Return the empty form for what a page shows."""
        return cls(initial={"sha256": seen.sha256, "step": seen.number})

    @property
    def seen(self):
        """Give what the page showed; a form that does not say was never shown."""
        said = self.cleaned_data if self.is_valid() else {}
        return Seen(said.get("sha256", ""), said.get("step", 0))

    def clean(self):
        """Refuse a form that does not say what its page showed."""
        super().clean()
        if {"sha256", "step"} & set(self.errors):
            self.add_error(
                None, _("This page does not say which edition it showed. Go back to the edition and decide there.")
            )

    def refuse(self, refusal):
        """Say above the form why it was not done."""
        for sentence in str(refusal).splitlines():
            self.add_error(None, sentence)


class Return(Decision):
    """Sending an edition back."""

    reason = _text(5, label=_("What must be put right"), help_text=_("The editors read this; clinicians do not."))


class Withdrawal(Decision):
    """Withdrawing an edition."""

    reason = _text(
        4, label=_("Why it is withdrawn"), help_text=_("Clinicians read this at once, on every page about it.")
    )
    replacement = _text(
        4,
        label=_("What to use instead"),
        required=False,
        help_text=_("Clinicians read this too. Name it if there is one."),
    )


class Approval(Decision):
    """Signing an approval."""

    phrase = forms.CharField(
        label=_("Your pass phrase"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=_("Asked again for each signature."),
    )


class Remark(forms.Form):
    """A comment on a place of an edition."""

    place = forms.CharField(required=False, widget=forms.HiddenInput)
    text = _text(4, label=_("Comment"))


class Answer(forms.Form):
    """An answer to a comment."""

    text = _text(3, label=_("Answer"))


class Settling(forms.Form):
    """How a comment was settled."""

    settled = _text(2, label=_("How it was settled"), required=False)
