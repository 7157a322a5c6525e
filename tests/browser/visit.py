"""A visit in the browser: what the database holds, who is signed in, and whether a page leaves the product."""

from django.conf import settings
from django.test import Client

from tests.factories import user


def stock():
    """Fill the database that every browser test starts from a copy of."""
    for role, person in (("clinician", user.Clinician), ("editor", user.Editor), ("reviewer", user.Reviewer)):
        person(email=f"{role}@example.org", name=role.title())
    user.Reviewer(email="pharmacist@example.org", name="Pharmacist", profession=user.models.Profession.PHARMACIST)
    user.Administrator(email="administrator@example.org", name="Administrator")


def leaves(url, served):
    """Tell whether a page asked for something that is not the product's own."""
    return not url.startswith((f"{served}/", "data:", "blob:"))


def session_cookie(served, role):
    """Sign a role's user in without the form, and return the cookie that says so."""
    client = Client()
    client.force_login(user.models.User.objects.get(email=f"{role}@example.org"))
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": served}
