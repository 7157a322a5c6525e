"""Asking at the bench: what a question costs beyond the page around it."""

from statistics import median

from tests.bench.consulting import spent
from tests.questions import exam


ROUNDS = 60


def figures(desk, consultation):
    """Ask the guideline, and about a patient; say what a question costs beyond the page without one."""
    plain = [one.ask for one in exam.questions("neuropathy")[0] if not one.patient and not one.after]
    for title, address in (
        ("a question", f"/guidelines/{desk.slug}/ask/"),
        ("a question of a patient", f"/consultations/{consultation}/ask/"),
    ):
        beyond, worst = cost(desk.client, address, plain[:ROUNDS])
        yield title, f"{beyond:.1f} ms of processor time beyond the page, at most {worst:.1f} (goal: at most 20)"


def cost(client, address, questions):
    """Ask each question once, with the page without a question beside it; give the median and the greatest difference."""
    client.post(address, {"question": questions[0]})
    found = []
    for question in questions:
        asked, blank = [], []
        with spent(blank):
            client.get(address)
        with spent(asked):
            client.post(address, {"question": question})
        found.append(asked[0] - blank[0])
    return median(found), max(found)
