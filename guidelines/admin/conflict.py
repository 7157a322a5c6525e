"""Conflicts: what somebody else changed of a row while its form was open; nothing is silently written over."""

import json
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from guidelines.admin import trail
from guidelines.engine import canonical


SAID = _("This was changed while you had it open. Nothing of yours was saved: read above what changed.")


class Conflict(Exception):
    """A row is no longer as its form showed it; `changed` says what became of which field, `now` how it stands."""

    def __init__(self, changed, now, last):
        super().__init__(SAID)
        self.changed = changed
        self.now = now
        self.last = last


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that somebody else changed: how it was shown, how it stands now, and what was typed over it."""

    label: str
    shown: str
    theirs: str
    mine: str


def seen(row):
    """Return a row's state as a form carries it."""
    return canonical.text(trail.state(row))


def check(row, sent):
    """Compare a row with the state that its form was made from, or that its editor chose to write over.

    Raises Conflict where neither is how the row stands.
    """
    now, shown = seen(row), sent.get("seen", "")
    if now == shown or canonical.digest(now) == sent.get("over"):
        return
    changed = trail.changes(_read(shown), json.loads(now)) if _read(shown) else {}
    raise Conflict(changed, canonical.digest(now), trail.last(row))


def differences(met, form):
    """Return what somebody else changed beside what was typed into the form."""
    return [
        Difference(_label(form, name), trail.told(pair["old"]), trail.told(pair["new"]), _typed(form, name))
        for name, pair in met.changed.items()
    ]


def _read(shown):
    try:
        return dict(json.loads(shown))
    except (ValueError, TypeError):
        return {}


def _label(form, name):
    return str(form.fields[name].label if name in form.fields else name.replace("_", " "))


def _typed(form, name):
    """Return what stands in the form; where several boxes hold it, they stand below."""
    return trail.told(form[name].value()) if name in form.fields else str(_("as typed below"))


class Form(forms.ModelForm):
    """A form that carries the state it was made from, and says so where that has changed."""

    met = None

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if not self.is_bound and not self.instance._state.adding:
            self.initial["seen"] = seen(self.instance)

    def clean(self):
        """Refuse the edit where somebody else made one meanwhile."""
        cleaned = super().clean()
        if self.met:
            self.add_error(None, SAID)
        return cleaned
