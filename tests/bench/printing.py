"""Printing at the bench: what the PDF of a recommendation costs once the typesetter is warm."""

import time
from statistics import median

from advisor.models import Consultation
from tests.bench.consulting import Desk, spent


ROUNDS = 7
OTHERS = ("V01", "V02", "V03", "V07", "V08", "V10", "V11", "V14", "V15", "V17", "V19", "V22", "V27", "V28", "V30")


def figure(desk):
    """Ask for the PDFs of new consultations, so that none was set before; say what one costs, and its size."""
    return _said(*_spent([desk] * (ROUNDS + 1)))


def others(slug):
    """Ask for the PDFs of patients of all kinds in turn, so that little of one was on the one before."""
    return _said(*_spent([Desk(slug, code) for code in OTHERS]))


def _spent(desks):
    processor, elapsed = [], []
    for desk, place in [(desk, address(desk)) for desk in desks]:
        begun = time.perf_counter()
        with spent(processor):
            response = desk.client.get(place)
        elapsed.append((time.perf_counter() - begun) * 1000)
        assert response["Content-Type"] == "application/pdf", response.status_code
    return median(processor[1:]), median(elapsed[1:]), len(response.content)


def _said(cost, took, size):
    return f"{cost:.0f} ms of processor time, {took:.0f} ms in all (goal: at most 150); {size} bytes"


def address(desk):
    """Ask for a recommendation; give the address of its PDF."""
    desk.ask(desk.draft())
    return f"/consultations/{Consultation.objects.latest('consulted_at').pk}/pdf/"
