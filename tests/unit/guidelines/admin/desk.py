"""An editor's desk: forms of the admin taken up as a browser shows them, and sent back with something changed."""

from django.contrib.admin.utils import quote
from zeal import zeal_ignore


def address(row, page="change"):
    """The address of a page of the admin about a row."""
    return f"/admin/guidelines/{row._meta.model_name}/{quote(row.pk)}/{page}/"


def listing(model):
    return f"/admin/guidelines/{model._meta.model_name}/"


def shown(page):
    """What a browser would send back from a page with a form, if nothing were typed."""
    sent = _fields(page.context["adminform"].form)
    for inline in page.context["inline_admin_formsets"]:
        sent |= _fields(inline.formset.management_form)
        for form in inline.formset.forms:
            sent |= _fields(form)
    return sent


def _fields(form):
    values = {field.html_name: field.value() for field in form}
    values = {name: "on" if value is True else value for name, value in values.items()}
    return {name: value for name, value in values.items() if value is not None and value is not False}


def save(client, row, **changed):
    """Open a row, change fields by their names in the form, and save."""
    return send(client, address(row), shown(client.get(address(row))) | changed)


def delete(client, row):
    """Open the page that asks whether to delete a row, and confirm it."""
    path = address(row, "delete")
    return send(client, path, {"post": "yes", "seen": client.get(path).context["seen"]})


def add_like(client, row, **changed):
    """Fill the form of a new row as another is filled, apart from what is changed, and save."""
    sent = shown(client.get(address(row)))
    parts = {name: "0" if name.endswith("-INITIAL_FORMS") else "" for name in sent if _is_identity(name)}
    own = {"guideline": getattr(row, "guideline_id", None)} if hasattr(row, "guideline_id") else {}
    return send(client, f"{listing(row)}add/", sent | parts | own | changed)


def send(client, path, sent):
    """Send a form; Django's formsets look up each part of a row by itself, which the check for that must let pass."""
    with zeal_ignore():
        return client.post(path, sent)


def _is_identity(name):
    return name.endswith(("-INITIAL_FORMS", "-id", "-parent"))


def refusal(page):
    """What a form that was not saved says against it, in one text."""
    assert page.status_code == 200, "it was saved"
    return " ".join(str(error) for group in page.context["errors"] for error in group)


def told(page):
    """The messages that a saved form left behind."""
    return " ".join(str(message) for message in page.wsgi_request._messages)
