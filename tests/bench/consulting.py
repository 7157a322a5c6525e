"""Consulting at the bench: a signed-in clinician, drafts ready to be asked, and the cost of one request."""

import time
from contextlib import contextmanager
from statistics import median

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from advisor.accounts.models import User
from guidelines import library
from guidelines.engine import advice, case, patient
from tests.journeys.clinician import SEEN, Clinician


CLINICIAN = "clinician@example.org"
EDITOR = "editor@example.org"


class Desk:
    """A clinician with a draft of one worked patient ready, again and again."""

    def __init__(self, slug, code):
        self.slug = slug
        self.book = library.current(slug).compiled
        worked = next(one for one in self.book.rulebook.cases if one.code == code)
        self.answers = case.answered(self.book, worked) | {"jurisdiction": "us"}
        self.client = Client()
        self.client.force_login(User.objects.get(email=CLINICIAN))

    def draft(self):
        """Walk the wizard to its summary; give the address and what the last POST must hold."""
        summary = Clinician(self.client, self.book, self.slug).answers(self.answers)
        seen = SEEN.search(summary.content.decode())
        return summary.request["PATH_INFO"], {"seen": seen.group(1)}

    def ask(self, draft):
        """Ask for the recommendation; give the page."""
        response = self.client.post(*draft)
        assert response.status_code == 200, response.status_code
        return response.content.decode()

    def bare(self):
        """Fetch the bare page."""
        response = self.client.post("/bare/")
        assert response.status_code == 200, response.status_code
        return response.content.decode()

    def engine(self):
        """Do what the engine does within a request."""
        person = patient.parse(self.book, self.answers)
        advice.advise(self.book, person, edition={"number": 1, "sha256": "0" * 64, "status": ""})


@contextmanager
def spent(into):
    """Add the milliseconds of processor time spent here to a list."""
    begun = time.process_time()
    yield
    into.append((time.process_time() - begun) * 1000)


def recommendations(desk, rounds):
    """Ask again and again; give the median cost as a multiple of the bare page's, which the machine's speed cancels from."""
    ratios = []
    for _ in range(rounds):
        draft, full, plain = desk.draft(), [], []
        with spent(full):
            desk.ask(draft)
        with spent(plain):
            desk.bare()
        ratios.append(full[0] / plain[0])
    return median(ratios)


def statements(desk):
    """Count the SQL statements of one recommendation, transaction control aside."""
    draft = desk.draft()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        desk.ask(draft)
    control = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
    return sum(not query["sql"].startswith(control) for query in queries.captured_queries)
