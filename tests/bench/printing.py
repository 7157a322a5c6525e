"""Printing at the bench: what the PDF of a recommendation costs once the typesetter is warm."""

import time
from statistics import median

from advisor.models import Consultation
from tests.bench.consulting import spent


ROUNDS = 7


def figure(desk):
    """Ask for the PDFs of new consultations, so that none was set before; say what one costs, and its size."""
    processor, elapsed = [], []
    addresses = [address(desk) for _ in range(ROUNDS + 1)]
    for place in addresses:
        begun = time.perf_counter()
        with spent(processor):
            response = desk.client.get(place)
        elapsed.append((time.perf_counter() - begun) * 1000)
        assert response["Content-Type"] == "application/pdf", response.status_code
    cost, took = median(processor[1:]), median(elapsed[1:])
    return f"{cost:.0f} ms of processor time, {took:.0f} ms in all (goal: at most 150); {len(response.content)} bytes"


def address(desk):
    """Ask for a recommendation; give the address of its PDF."""
    desk.ask(desk.draft())
    return f"/consultations/{Consultation.objects.latest('consulted_at').pk}/pdf/"
