"""Habits: the units and the labels that a clinician chose last in this sitting; they say nothing about a patient."""

from collections.abc import Mapping

from django.conf import settings

from advisor import answers


UNITS, LABELS = "units", "labels"


def units(session):
    """Give the unit last chosen for each fact in this session."""
    return session.get(UNITS, {})


def settled(session, document, facts):
    """Fill in under whose labels advice is given where the answers do not say: as chosen last, else the deployment's."""
    chosen = session.get(LABELS, settings.DEFAULT_JURISDICTION)
    return answers.settled_in(document, facts, chosen)


def remember(session, page):
    """Remember in which units the numbers of a page were given, and under whose labels it prescribes."""
    chosen = {code: given["unit"] for code, given in page.items() if isinstance(given, Mapping) and "unit" in given}
    if chosen:
        session[UNITS] = {**units(session), **chosen}
    if page.get(answers.JURISDICTION):
        session[LABELS] = page[answers.JURISDICTION]
