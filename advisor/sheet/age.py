"""Age: what of an advice rests on something that is past its review date."""

from django.utils.translation import gettext as _

from guidelines import ageing

from .amount import day


def told(given, reading, today):
    """Say which parts that this advice uses are overdue; the references among them say so where they are listed."""
    late = ageing.overdue(reading.compiled.rulebook, today)
    references = {work["code"]: work["number"] for work in given["references"]}
    effects = [effect["rule"] for option in given["options"] for effect in option["effects"]]
    found = ageing.used(late, references, effects)
    return {"overdue": [_line(one, references) for one in found]}


def _line(one, references):
    number = references.get(one.code) if one.place.startswith("references") else None
    named = f"reference [{number}] {one.title}" if number else one.title
    return {"text": _("%(what)s: due by %(day)s") % {"what": named, "day": day(one.review_by)}, "number": number}
