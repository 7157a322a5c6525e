"""Unsaved rows: a row as its form would save it, read from what was typed and saved nowhere."""

from guidelines import assembly
from guidelines.assembly import Shape


NAMELESS = "not_saved_yet"


def record(form, formsets):
    """Return the plain record of a row from its validated form and those of its parts; what is empty is left out."""
    table = form._meta.model
    wanted = assembly.RECORDS[table.in_document]
    parts = {formset.prefix: formset for formset in formsets}
    said = assembly.unsaved(form.instance, wanted)
    said |= {part.name: _codes(form, part) for part in assembly.of_shape(Shape.CODES, table, wanted)}
    said |= {part.name: _rows(parts[part.name], part.record) for part in assembly.of_shape(Shape.ROWS, table, wanted)}
    said = {name: value for name, value in said.items() if value}
    return said | {"code": form.instance.pk or NAMELESS}


def faults(formsets):
    """Return what is wrong with the parts of a row before the engine is asked, each by its number."""
    found = []
    for formset in formsets:
        found += [text for text in formset.non_form_errors()]
        for number, part in enumerate(formset.forms, 1):
            found += [f"Line {number}: {text}" for texts in part.errors.values() for text in texts]
    return tuple(found)


def _codes(form, part):
    return sorted((row.pk for row in form.cleaned_data.get(part.name, ())), key=assembly.natural)


def _rows(formset, wanted):
    live = [form for form in formset.forms if form.has_changed() or form.instance.pk]
    return [assembly.unsaved(form.instance, wanted) for form in live if not form.cleaned_data.get("DELETE")]
