"""The dossier: everything that a reviewer reads before deciding about one edition, as plain values."""

from dataclasses import dataclass, fields

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from guidelines import imprint, library, parlance, queue, rehearsal, review, workflow
from guidelines.engine import difference
from guidelines.engine.canonical import Plain
from guidelines.engine.difference import Change
from guidelines.engine.rulebook import Case, Rulebook
from guidelines.imprint import Stage
from guidelines.models import Edition, ReviewStep
from guidelines.review import Person, Seen, bearing
from guidelines.workflow import State


CASES = "cases"
# What may harm is read first; the others follow in the order of the rulebook.
FIRST = ("alerts", "contraindications", "dose_ranges", "options", "safety", "monitoring", "treatments", "statements")
LAST = (CASES,)

# What is signed, in the signer's language.
FIRST_OF_TWO = gettext_noop(
    "I have read edition %(number)s of “%(title)s”, with the digest %(sha256)s, and what it changes; I take "
    "responsibility for this review and give the first of the two approvals that it needs."
)
FOR_USE = gettext_noop(
    "I have read edition %(number)s of “%(title)s”, with the digest %(sha256)s, and what it changes; I take "
    "responsibility for this review and approve it for clinicians to use."
)


@dataclass(frozen=True, slots=True)
class Dossier:
    """An edition with all that bears on the decision about it."""

    edition: Edition
    title: str
    status: str
    seen: Seen
    steps: tuple[ReviewStep, ...]
    path: tuple[Stage, ...]
    contributors: tuple[str, ...]
    makers: tuple[str, ...]
    basis: int | None
    changes: tuple[dict[str, Plain], ...]
    threads: tuple[queue.Thread, ...]
    objections: tuple[str, ...]
    moves: frozenset[str]
    newer: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an edition in plain language."""

    place: str
    anchor: str
    title: str
    sentences: tuple[str, ...]


def find(slug: str, number: int) -> Edition:
    """Return an edition. Raises library.Absent where there is none."""
    [*found] = Edition.objects.filter(guideline=slug, number=number).select_related("guideline", "submitted_by")
    if not found:
        raise library.Absent(_("There is no edition %s of this guideline.") % number)
    return found[0]


def of(edition: Edition, *, by: Person) -> Dossier:
    """Return the dossier of an edition for one person. Raises library.Absent where its content cannot be read."""
    reading = library.edition(edition.guideline_id, edition.number)
    steps = tuple(edition.steps.order_by("number").select_related("by"))
    basis = bearing.basis(edition.guideline, until=steps[0])
    newer = Edition.objects.filter(guideline=edition.guideline_id, number__gt=edition.number).order_by("-number")
    return Dossier(
        edition=edition,
        title=reading.title,
        status=review.status(edition),
        seen=Seen(edition.sha256, steps[-1].number),
        steps=steps,
        path=imprint.way(reading),
        contributors=tuple(str(one.person) for one in edition.contributors.select_related("person")),
        makers=_makers(edition, reading.compiled.rulebook, basis),
        basis=basis.number if basis else None,
        changes=_changes(basis, reading.compiled.rulebook),
        threads=tuple(queue.threads(edition)),
        objections=tuple(review.objections(edition, by=by)),
        moves=frozenset(name for name, move in workflow.MOVES.items() if steps[-1].state in move.starts),
        newer=newer.values_list("number", flat=True).first(),
    )


def seen(edition: Edition) -> Seen:
    """Return what a page about an edition shows of it, for the decision that comes back from there."""
    return Seen(edition.sha256, review.step.newest(edition).number)


def meaning(edition: Edition) -> str:
    """Return the sentence that whoever approves an edition now signs."""
    state = review.step.newest(edition).state
    first = edition.approvals_needed > 1 and state != State.ENDORSED
    signed = {"number": edition.number, "title": _rulebook(edition).guideline.title, "sha256": edition.sha256}
    return (_(FIRST_OF_TWO) if first else _(FOR_USE)) % signed


def sections(edition: Edition) -> list[tuple[str, str, int]]:
    """Return the sections of an edition that have rows, what may harm first: key, name and how many."""
    rulebook = _rulebook(edition)
    between = [one.name for one in fields(rulebook) if one.name not in {"guideline", *FIRST, *LAST}]
    counts = {name: len(getattr(rulebook, name)) for name in (*FIRST, *between, *LAST)}
    named = [(name, parlance.SECTIONS[name], count) for name, count in counts.items() if count]
    return [("guideline", gettext_noop("The guideline"), 1), *named]


def rows(edition: Edition, section: str) -> list[Row]:
    """Return every row of a section in plain language, in the order of the edition."""
    rulebook = _rulebook(edition)
    if section == CASES:
        return [_case(case) for case in rulebook.cases]
    changes = [change for change in difference.difference(None, rulebook) if change.section == section]
    return [Row(change.place, change.anchor, change.title, change.sentences) for change in changes]


def row(edition: Edition, place: str) -> Row | None:
    """Return the row at a place of an edition, or nothing where the place is no row of it."""
    section = place.partition("[")[0]
    known = {key for key, _name, _count in sections(edition)}
    return next((one for one in rows(edition, section) if one.place == place), None) if section in known else None


def rehearse(edition: Edition) -> list[rehearsal.Rehearsed]:
    """Try the worked patients of an edition."""
    return rehearsal.rehearse(_rulebook(edition))


def _rulebook(edition: Edition) -> Rulebook:
    return library.edition(edition.guideline_id, edition.number).compiled.rulebook


def _makers(edition: Edition, rulebook: Rulebook, basis: Edition | None) -> tuple[str, ...]:
    books = [bearing.rulebook(basis)] if basis else []
    names = {maker.code: maker.name for book in (*books, rulebook) for maker in book.makers}
    return tuple(names.get(code, code) for code in edition.stakes.values_list("maker", flat=True))


def _changes(basis: Edition | None, rulebook: Rulebook) -> tuple[dict[str, Plain], ...]:
    # Without anything to compare with, all of it is new, and is read section by section instead.
    changes: tuple[Change, ...] = bearing.of(basis, rulebook).changes if basis else ()
    return tuple(difference.grouped(changes))


def _case(case: Case) -> Row:
    said = [(_("Answers"), case.answers), (_("Must hold"), case.expects), (_("What it is there to catch"), case.note)]
    sentences = [f"{name}: {'; '.join(text.strip().splitlines())}" for name, text in said if text.strip()]
    return Row(f"cases[{case.code}]", f"change-cases-{case.code}", f"{case.code}: {case.title}", tuple(sentences))
