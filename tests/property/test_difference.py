"""The difference between two editions: everything that differs is told, and nothing weighty passes for light."""

from itertools import product
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from guidelines.engine import advice, canonical, compilation, difference, document, patient
from tests.property import edits, rulebooks
from tests.property.encounters import encounters, thorough
from tests.spec import ward


# A name of a formula's input is wrong unless another changes with it; tests/spec shows two that are swapped.
NEVER_ALONE = {("Input", "name")}
NUMBERS = ("axis", "kind", "start", "step", "usual", "maximum", "unit", "schedule", "band", "titration")
seeds = st.integers(0, 400)


def test_a_change_of_any_field_is_told_at_its_place():
    """Whatever field of whatever record an editor changes, there is one change, at that row, with a sentence."""
    before, seen = edits.made(), set()
    for field, place, after in edits.edits(before):
        (change,) = difference.difference(before, after)
        assert change.place == place, field
        assert all(change.sentences), field
        seen.add(field)
    assert seen == edits.every_field() - NEVER_ALONE


@thorough
@given(seeds, seeds)
def test_there_is_no_change_exactly_where_the_documents_are_equal(one, other):
    """Two rulebooks without a change are the same document; every row that differs has its change."""
    before, after = (document.read(rulebooks.document(Random(seed))) for seed in (one, other))
    was, now = document.written(before), document.written(after)
    changes = difference.difference(before, after)
    assert (canonical.text(was) == canonical.text(now)) is (not changes)
    assert {change.place for change in changes if change.code} == set(_places(was, now))


def _places(was, now):
    for section in {*was, *now} - {"format", "guideline", "cases"}:
        old, new = ({row["code"]: row for row in plain.get(section, [])} for plain in (was, now))
        yield from (f"{section}[{code}]" for code in {*old, *new} if old.get(code) != new.get(code))


@thorough
@given(encounters, st.data())
def test_no_exclusion_and_no_dose_changes_on_one_approval(encounter, data):
    """Where one reviewer is enough, no patient is newly excluded, no longer excluded, or given another dose."""
    chance = Random(data.draw(seeds))
    for _ in range(8):
        after = _edited(chance, encounter.plain)
        before = encounter.book.rulebook
        if after is None or difference.approvals_needed(difference.difference(before, after)) == 2:
            continue
        book = compilation.compiled(after)
        for person, told in zip(encounter.story, encounter.told, strict=True):
            _same(told, _told(book, person.answers))


def _told(book, answers):
    try:
        return advice.advise(book, patient.parse(book, answers), edition=ward.EDITION)
    except patient.Refused:
        return {"options": []}


def _same(was, now):
    for old, new in product(was["options"], now["options"]):
        if old["code"] == new["code"]:
            assert (old["verdict"] == "exclude") is (new["verdict"] == "exclude")
            assert old["verdict"] == "exclude" or _numbers(old) == _numbers(new)


def _numbers(option):
    return [{key: dose[key] for key in NUMBERS} for dose in option["dose"]]


def _edited(chance, plain):
    """Change one row to what another rulebook says, or one of what the populations rest on; none where that is unsound."""
    other = rulebooks.document(Random(chance.random()))
    section = chance.choice(("populations", "populations", "options", "alerts", "facts", "drug_classes", "treatments"))
    rows = list(plain[section])
    place = chance.randrange(len(rows) or 1)
    if section in ("populations", "options", "alerts"):
        rows[place : place + 1] = other[section][place : place + 1]
    else:
        rows[place] = rows[place] | _another(chance, section, rows[place])
    try:
        return document.read(plain | {section: rows})
    except document.Unreadable:
        return None


def _another(chance, section, row):
    if section == "drug_classes":
        return {"members": [*row["members"][chance.randrange(2) :], chance.choice(("aspirin", "betadone"))]}
    if section == "treatments":
        return chance.choice(({"adequate_dose": 45}, {"adequate_weeks": 2}, {"drug": "oxyblock"}))
    return chance.choice(
        ({"asked_of": "p1"}, {"asked_of": ""}, {"refuse_high": 60}, {"text": "Other?"}, {"why": "So."})
    )
