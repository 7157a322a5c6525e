"""Listings: several short entries in one column, separated by commas, which the records hold as a tuple."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.deconstruct import deconstructible

from guidelines.engine import canonical


class Entries(forms.CharField):
    """A form field that shows a listing as the text an editor types: "us, eu"."""

    def prepare_value(self, value):
        """Return the entries as text."""
        return written(value) if isinstance(value, tuple | list) else value

    def has_changed(self, initial, data):
        """Tell whether the typed text differs from the entries."""
        return super().has_changed(self.prepare_value(initial), data)


class Listing(models.TextField):
    """Texts such as codes or names, separated by commas, or typed on lines of their own."""

    def from_db_value(self, value, expression, connection):
        """Return the entries of a stored text."""
        return self.to_python(value)

    def to_python(self, value):
        """Return the entries as a tuple; raise ValidationError for an entry that cannot be kept."""
        if value is None:
            return ()
        entries = value.replace("\n", ",").split(",") if isinstance(value, str) else value
        return tuple(self.entry(entry) for entry in entries if str(entry).strip())

    def entry(self, entry):
        """Return one entry; raise ValidationError if it holds a comma, which would split it in two."""
        if "," in str(entry):
            raise ValidationError(f"“{entry}” holds a comma; write it as two entries or without the comma.")
        return str(entry).strip()

    def get_prep_value(self, value):
        """Return the text to store."""
        return written(self.to_python(value))

    def value_to_string(self, row):
        """Return the text for a serialised row."""
        return self.get_prep_value(self.value_from_object(row))

    def formfield(self, **options):
        """Return a one-line text input."""
        return models.Field.formfield(self, **{"form_class": Entries} | options)


class Amounts(Listing):
    """Numbers separated by commas."""

    def entry(self, entry):
        """Return one number; raise ValidationError if it is none."""
        try:
            return canonical.number(float(entry))
        except ValueError:
            raise ValidationError(
                f"“{str(entry).strip()}” is not a number; write numbers separated by commas: 20, 30."
            ) from None


@deconstructible
class Allowed:
    """Refuses an entry that is not one of a few words."""

    def __init__(self, *words):
        self.words = words

    def __call__(self, entries):
        """Raise ValidationError naming the entries that are not allowed."""
        odd = [str(entry) for entry in entries if entry not in self.words]
        if odd:
            raise ValidationError(f"{', '.join(odd)}: write {', '.join(self.words)} only.")

    def __eq__(self, other):
        return isinstance(other, Allowed) and self.words == other.words

    def __hash__(self):
        return hash(self.words)


IN_JURISDICTIONS = Allowed("us", "eu", "uk")


def written(entries):
    """Return entries as one text."""
    return ", ".join(str(entry) for entry in entries)
