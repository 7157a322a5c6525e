"""Speech: what models call themselves, their columns and their choices, in the reader's language wherever Django shows it.

The models say it in English and plainly; it is made translatable here, once for all of them, before anything is made
of a model. The catalogues gather the same words from the models.
"""

from collections.abc import Iterable, Iterator

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy


def learn(tables: Iterable[type[models.Model]]) -> None:
    """Make the words of some models translatable."""
    for table in tables:
        # The plural first: Django makes it of the singular where a model does not say it.
        table._meta.verbose_name_plural = gettext_lazy(str(table._meta.verbose_name_plural))
        table._meta.verbose_name = gettext_lazy(table._meta.verbose_name)
        for field in table._meta.local_fields + table._meta.local_many_to_many:
            field.verbose_name, field.help_text = _lazy(field.verbose_name), _lazy(field.help_text)
            if field.choices:
                field.choices = [(value, _lazy(label)) for value, label in field.choices]


def words(tables: Iterable[type[models.Model]]) -> Iterator[str]:
    """Yield every word of some models as it stands in the code."""
    for table in tables:
        yield from (table._meta.verbose_name, table._meta.verbose_name_plural)
        for field in table._meta.local_fields + table._meta.local_many_to_many:
            yield from (field.verbose_name, field.help_text, *(label for _value, label in field.choices or ()))


def _lazy(said: str) -> str | Promise:
    # An empty word is the key of a catalogue's own head.
    return gettext_lazy(said) if said else said
