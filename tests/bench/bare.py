"""The bare page: an ordinary view with the same session, as many bytes and loops, and one durable insert."""

from html.parser import HTMLParser

from django.shortcuts import render
from django.urls import include, path
from django.utils import timezone

from advisor.accounts import roles
from guidelines import ledger


CELLS, ROWS = 4, 10
shown = {"sections": []}


@roles.require(roles.may_consult)
def bare(request):
    """Read and change the session, insert one row durably, and render what `shown` holds."""
    request.session["bare"] = request.session.get("bare", 0) + 1
    ledger.append("bench", by=request.user, at=timezone.now())
    return render(request, "bench/bare.html", shown)


urlpatterns = [path("bare/", bare, name="bare"), path("", include("config.urls"))]


class Words(HTMLParser):
    """Gathers the texts that stand between the tags of a page."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_data(self, data):
        """Keep what is not only white space."""
        if data.strip():
            self.found.append(data.strip())


def imitate(html):
    """Let the bare page show the texts of a page in loops of sections, rows and cells."""
    words = Words()
    words.feed(html)
    rows = [words.found[i : i + CELLS] for i in range(0, len(words.found), CELLS)]
    shown["sections"] = [rows[i : i + ROWS] for i in range(0, len(rows), ROWS)]
    shown["padding"] = ""


def pad(missing):
    """Add the bytes that markup takes in the other page, spread over its cells as attributes are."""
    cells = sum(len(row) for section in shown["sections"] for row in section)
    shown["padding"] = "x" * max(0, round(missing / cells))
