"""Subjects: whether a row is about what a question names: its medicines, people, numbers, facts, bodies and words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guidelines.engine.fact import Kind as Asked

from . import number, speech
from .index import SPEAKING, Index
from .meaning import GIVEN, Mention, Sort
from .question import Question, meant
from .reach import DOWN, UP, Reach
from .row import Kind, Row


MANY = 4
"""A row for people of more kinds than so many is about those, whatever other words it uses."""


@dataclass(frozen=True, slots=True)
class Given:
    """A medicine or measure that is named, as treatments of the guideline and as drugs."""

    treatments: frozenset[str]
    drugs: frozenset[str]
    within: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()

    @property
    def codes(self) -> frozenset[str]:
        """List what it stands for as rows name it."""
        return self.treatments | self.drugs | self.classes

    @classmethod
    def of(cls, mention: Mention, index: Index) -> "Given":
        """Look up what a mention stands for; `within` are the members where it names a class."""
        meanings = meant([mention], *GIVEN)
        classes = [one for one in meanings if one.sort is Sort.CLASS]
        return cls(
            index.treatments(meanings),
            index.drugs(meanings),
            index.drugs(classes),
            frozenset(one.code for one in classes),
        )

    def is_named(self, row: Row) -> bool:
        """Say whether a row speaks of the drug; of one that the guideline does not give, a text must name it itself."""
        if row.kind in SPEAKING and not self.treatments and not self.classes:
            return bool(self.drugs & row.named)
        return bool(self.drugs & row.drugs)


@dataclass(frozen=True, slots=True)
class Concept:
    """People or a condition that a question names; `aside` where it is whom the guideline treats, so that others may answer."""

    populations: frozenset[str]
    reach: Reach
    points: frozenset[tuple[str, ...]]
    texts: tuple[frozenset[str], ...]
    aspects: frozenset[str]
    answers: Mapping[str, object]
    aside: bool

    @classmethod
    def of(cls, mention: Mention, index: Index) -> "Concept":
        """Look up whom a mention stands for."""
        populations = mention.codes(Sort.POPULATION)
        members = frozenset(tuple(code.split(":", 1)) for code in mention.codes(Sort.MEMBER))
        reach = index.reaches.of(*populations)
        points = reach.points | members
        return cls(
            populations=frozenset(populations),
            reach=reach,
            points=points,
            texts=(
                stems(mention.typed, index, every=len(mention.words) > 1),
                *(stems(text, index, every=True) for text in mention.codes(Sort.TEXT)),
            ),
            answers=reach.answers or _answers(members, index),
            aspects=frozenset(mention.codes(Sort.ASPECT)),
            aside=(bool(points) and points <= index.indications) or index.treats(populations),
        )

    @property
    def is_graded(self) -> bool:
        """Say whether it is more or less of something that everybody has, as age or kidney function."""
        return bool(self.aspects) or any(value in (UP, DOWN) for _, value, *_ in self.points)

    def share(self, row: Row) -> float:
        """Say how near the people of a row, its words or its topic are to those that are named: 1 for the same."""
        if any(text and text <= row.stems for text in self.texts[1:]):
            return 1.0
        own = self.points - self.reach.points
        if own & row.reach.points or (self.populations & row.whom and not own):
            return 0.9 if self.texts[1:] else 1.0
        if self.populations & row.reach.populations:
            return 0.75
        others = bool(self.populations) and (len(row.reach.points) > MANY or row.kind is Kind.OPTION)
        worded = bool(self.texts[0]) and self.texts[0] <= row.stems and not others
        if self.aspects & row.aspects:
            return 0.9 if worded else 0.75
        if self.points & row.reach.points:
            return 0.65
        return 0.6 if worded else 0


@dataclass(frozen=True, slots=True)
class Said:
    """A fact or words of the guideline that a question names."""

    facts: frozenset[str]
    bands: frozenset[str]
    texts: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, mention: Mention, index: Index) -> "Said":
        """Look up what a mention stands for."""
        meant = tuple(stems(text, index, every=True) for text in mention.codes(Sort.TEXT))
        facts = mention.codes(Sort.FACT)
        others = {number.stand_in(fact, index.book.facts, index.banded) for fact in facts}
        return cls(
            frozenset(facts),
            frozenset({*facts, *others} - {""}),
            meant if meant and len(mention.words) == 1 else (stems(mention.typed, index, every=bool(meant)), *meant),
        )

    def share(self, row: Row) -> float:
        """Say whether a row is about it."""
        if row.code in self.facts:
            return 1.0
        if self.facts & {fact for fact, _ in row.reach.points} or (row.band and row.band.fact in self.bands):
            return 0.7
        return 0.8 if any(text and text <= row.stems for text in self.texts) else 0


def narrowest(listed: Sequence[Concept]) -> list[Concept]:
    """Leave out those who are named again more narrowly."""
    inner = {code for one in listed for code in one.reach.populations - one.populations}
    return [one for one in listed if not (one.populations and one.populations <= inner)]


def stems(text: str, index: Index, *, every: bool = False) -> frozenset[str]:
    """Give the stems of the words of a text that say something, or of every word."""
    kept = (key for key in speech.keys(text) if every or key not in index.phrasebook.fillers)
    return frozenset(index.phrasebook.stem(key) for key in kept)


def every_stem(mentions: Iterable[Mention], index: Index) -> frozenset[str]:
    """Give the stems of the words of mentions, and of the words of the edition that they stand for."""
    said = [index.phrasebook.stem(word.key) for one in mentions for word in one.words]
    meant = [stems(text, index) for one in mentions for text in one.codes(Sort.TEXT)]
    return frozenset(said).union(*meant)


def together(listed: Iterable[tuple[Mention, Given]]) -> list[Given]:
    """Join a drug and the form it is given in ("patches of …") where they are said side by side, and nothing joins two."""
    found: list[Given] = []
    before = Mention((), (), 0)
    for mention, one in listed:
        last = found[-1] if found and not mention.joined else None
        both = last.treatments & one.treatments if last else frozenset()
        formed = last and bool(mention.codes(Sort.DRUG, Sort.CLASS)) is not bool(before.codes(Sort.DRUG, Sort.CLASS))
        if formed and both and both < last.treatments | one.treatments:
            found[-1] = Given(both, last.drugs & one.drugs or last.drugs | one.drugs)
        else:
            found.append(one)
        before = mention
    return found


def goes_by(row: Row, fact: str, index: Index, *, holds: bool) -> bool | None:
    """Say whether a row goes by the number of a fact; None where it should and does not. It `holds` for those named, or may."""
    band = row.band.fact if row.band else ""
    dosed = fact in index.feeding and row.kind in (Kind.DOSE, Kind.TREATMENT)
    told = any(point[0] == fact for point in row.reach.points) and not row.people
    judged = told or (dosed and row.judged)
    if band and (band == fact or band in index.feeding.get(fact, ())) or (judged and holds):
        return True
    return None if fact in index.banded or dosed else False


def of_bodies(listed: Sequence[frozenset[str]], row: Row, index: Index) -> float | None:
    """Weigh whose position a row is: of one of the bodies named, of several side by side, or one that speaks of one.

    None where it is nobody's of those who are named.
    """
    several = 0.6 if len(listed) > 1 else 0.2
    own = [0.9 if len(row.bodies) == 1 else several for bodies in listed if bodies & row.bodies]
    rest = [bodies for bodies in listed if not bodies & row.bodies]
    told = [0.4 for bodies in rest if any(index.body_stem(body) in row.stems for body in bodies)]
    return sum((*own, *told)) if own or told or not listed else None


def unheard(question: Question, row: Row, index: Index) -> list[str]:
    """List what a question names or says that a row does not speak of: medicines, and words but those that everybody uses."""
    book = index.phrasebook
    words = [word for word in question.terms if word.number is None and not book.is_ordinary(word.key)]
    given = [(one.typed, Given.of(one, index)) for one in question.given if one.words]
    strange = [typed for typed, one in given if not (one.treatments & row.treatments or one.is_named(row))]
    return [*strange, *(word.typed for word in words if book.stem(word.key) not in row.stems)]


def has_no_place(given: Sequence[Given], concepts: Iterable[Concept], index: Index) -> bool:
    """Say whether the guideline treats those who are named, and not with what is asked for."""
    treated = [one for one in concepts if one.aside]
    places = [row for row in index.rows if row.kind is Kind.OPTION and any(one.share(row) == 1 for one in treated)]
    return bool(given and places) and not any(one.treatments & row.treatments for row in places for one in given)


def is_pair(given: Iterable[Given], row: Row) -> bool:
    """Say whether an interaction is between two of those that are named."""
    sides = [(bool(one.treatments & row.treatments), bool(one.drugs & row.reach.drugs)) for one in given]
    return any(mine and theirs for a, (mine, _) in enumerate(sides) for b, (_, theirs) in enumerate(sides) if a != b)


def is_class(given: Iterable[Given]) -> bool:
    """Say whether what is named is one class."""
    listed = list(given)
    return len(listed) == 1 and bool(listed[0].classes)


def is_member(given: Iterable[Given]) -> bool:
    """Say whether one of those named is a class, and another a member of it."""
    listed = list(given)
    return any(one.drugs and one.drugs < other.within for one in listed for other in listed)


def _answers(members: Iterable[tuple[str, ...]], index: Index) -> dict[str, object]:
    """Give the answer that naming an entry of a list is; none where it could be one of several."""
    listed = list(members)
    if len(listed) != 1:
        return {}
    [(fact, entry)] = listed
    return {fact: entry if index.book.facts[fact].kind is Asked.CHOICE else {entry: True}}
