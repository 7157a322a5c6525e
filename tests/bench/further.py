"""Further guidelines: many more editions in the database, to show that one recommendation does not notice them."""

from django.db import transaction
from django.utils import timezone

from advisor.accounts.models import User
from guidelines import review, working_copy
from tests.bench.consulting import EDITOR


def load(number, book):
    """Load and submit that many small guidelines, which share a rulebook's first questions and have their own rows."""
    editor = User.objects.get(email=EDITOR)
    for index in range(number):
        with transaction.atomic():
            guideline, _written = working_copy.fill(_content(index, book))
        review.submit(guideline, by=editor, at=timezone.now())


def _content(index, plain):
    shared = {"jurisdiction", "age", "adult", "patient"}
    kept = {part: [row for row in plain[part] if row["code"] in shared] for part in ("topics", "facts", "populations")}
    measure = {"code": f"measure_{index}", "name": f"measure {index}", "kind": "measure", "summary": "A measure."}
    place = {"code": "first", "treatment": measure["code"], "population": "adult", "line": 1, "rank": 1}
    return {
        "format": plain["format"],
        "guideline": plain["guideline"] | {"slug": f"further-{index}", "title": f"Further guideline {index}"},
        "treatments": [measure | {"sources": ["practice"]}],
        "options": [place | {"strength": "strong", "certainty": "low", "sources": ["practice"]}],
        "references": [row for row in plain["references"] if row["code"] == "R36"],
        **kept,
    }
