"""Ranking: which rows cover everything that a question names, the fittest first."""

from dataclasses import dataclass

from advisor.sheet.amount import NOT_STATED
from guidelines.engine.dose import Axis
from guidelines.engine.rulebook import Severity

from . import plan, speech, subject, wording
from .catalogue import AXES
from .holding import ELSEWHERE, Holding
from .index import SPEAKING, SPOKEN_OF, Index
from .meaning import CONCEPTS, GIVEN, Sort
from .question import TOPICS, Question
from .row import DEFINING, FOR_EVERYBODY, OF_ONE, READ_ALONE, WARNINGS, Kind, Row
from .subject import Concept, Given, Said
from .supposition import YES, Supposed


NAMED, MATCHED, UNSAID, HOLLOW, OFF_TOPIC, RELATED, BOTTOM_LINE, SPEAKS, FEWEST = (
    8.0,
    6.0,
    -4.0,
    -1.5,
    -8.0,
    0.7,
    4.0,
    1.5,
    2.0,
)
BESIDE, FORWARD, PLACED, LATEST = -4.5, 6.0, 3.0, 0.05
ENOUGH, ENOUGH_ALONE, HALF = 0.6, 0.75, 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """A row that covers a question, with its points."""

    row: Row
    points: float


class Ranking:
    """Judges the rows of an edition by one question: what is `given` in it, the `concepts` and aspects `wanted`."""

    def __init__(self, question: Question, index: Index, person: Supposed) -> None:
        self._index, self._question, self._person = index, question, person
        self.given = subject.together([(one, Given.of(one, index)) for one in question.given])
        self.concepts = subject.narrowest([Concept.of(one, index) for one in question.concepts])
        self._bodies = [frozenset(one.codes(Sort.BODY)) for one in question.bodies]
        rest = [one for one in question.mentions if not one.codes(*GIVEN, *CONCEPTS, Sort.BODY)]
        self._said = [Said.of(one, index) for one in rest]
        said = [fact for one in self._said for fact in one.facts]
        self._holding = Holding(question, index, person, self.concepts, said)
        self._whom = frozenset().union(*(one.populations for one in self.concepts))
        self._numbers = frozenset(one.fact for one in question.numbers)
        self._placed = any(one.treatments for one in self.given)
        self._alone = not (self.given or self.concepts or question.numbers)
        named = self.given or any(one.aside for one in self.concepts)
        self._anchored = bool(named and (question.numbers or (self.concepts and question.asks)))
        self._words = wording.of(question, index, alone=self._alone and not (self._said or self._bodies))
        self.wanted = plan.wanted(question, self.given, index, aside=all(one.aside for one in self.concepts))
        self._unplaced = plan.is_for_a_place(self.wanted) and subject.has_no_place(self.given, self.concepts, index)
        self._newest = LATEST if {word.key for word in speech.words(question.typed)} & index.phrasebook.latest else 0.0
        self._counted: dict[tuple[Kind, frozenset[str], bool], tuple[bool, float]] = {}
        self._topics = TOPICS & self.wanted.keys()
        topical = [one for one in question.mentions if self._topics & {*one.codes(Sort.ASPECT)}]
        self._topic_hints = subject.every_stem(topical, index)

    def found(self) -> list[Found]:
        """List the rows that cover everything that the question names, the fittest first."""
        if self._alone and not self._says_enough:
            return []
        if self.given and not self._placed and self.wanted.keys() & plan.OF_TREATMENTS:
            return []
        near = self._index.rows_about(self.given[0].codes) if self.given else self._index.rows
        rows = ((row, self.points(row)) for row in near if self._anchored or self._words.may_fit(row))
        scored = [Found(row, points) for row, points in rows if points is not None and points > FEWEST]
        return sorted(scored, key=lambda one: -one.points)

    @property
    def _says_enough(self) -> bool:
        """Say whether words alone tell what is meant."""
        asked = self.wanted.keys() - {"source"}
        return (
            bool(self._said or self._bodies)
            or len(self._words.telling) > 1
            or bool(self._words.telling and asked and self._words.sure)
            or "scope" in asked
        )

    def points(self, row: Row) -> float | None:
        """Count the points of a row; none where it does not cover what the question names, or cannot hold."""
        total = self._of_given(row)
        if total is None:
            return None
        fits, kind = self._judged(row)
        bodies = subject.of_bodies(self._bodies, row, self._index) if self._bodies else 0.0
        if bodies is None or not (fits and self._answers(row)):
            return None
        for part in (self._of_words, self._of_people, self._of_holding):
            found = part(row)
            if found is None:
                return None
            total += found
        total += bodies * NAMED + self._newest * row.year + kind + self._standing(row)
        return total + (HOLLOW if row.texts[0].lower().startswith(NOT_STATED) else 0)

    def _judged(self, row: Row) -> tuple[bool, float]:
        """Say whether its kind answers what is wanted, and how well; once for all rows of a kind with the same aspects."""
        kept = (row.kind, row.aspects, bool(row.stems & self._question.hints))
        if kept not in self._counted:
            worded = bool(self._words.telling or self._said)
            kind = plan.points(row, self.wanted, split=not self.given)
            fits = plan.answers(row, self.wanted, self._question.hints, words=worded)
            self._counted[kept] = (fits and not (self.wanted and not kind and row.kind in OF_ONE), kind)
        return self._counted[kept]

    def _standing(self, row: Row) -> float:
        """The bottom line stands first where somebody asks how to treat whom; where things come from, last."""
        if "bottom_line" in row.aspects and "first" in self.wanted and not self.given:
            return BOTTOM_LINE if any(one.share(row) >= RELATED for one in self.concepts) else 0.0
        if self.given and self._goes_on(row) and any(one.aside and one.share(row) for one in self.concepts):
            return FORWARD
        if row.kind is Kind.OPTION and self.given and "first" in self.wanted and self._is_placed(row):
            return PLACED
        if row.kind in WARNINGS and self._advises_against(row):
            return FORWARD
        if "source" in row.aspects and "source" not in self.wanted and row.kind is Kind.STATEMENT:
            return ELSEWHERE / 2
        checked = row.kind is Kind.MONITORING and "before" in self.wanted
        if self._topics and not checked and not self._is_on_topic(row):
            return OFF_TOPIC
        if not self.given and row.kind is Kind.MONITORING and not self.wanted.keys() & {"monitor", "before"}:
            return UNSAID / 2
        if row.kind is Kind.FACT and not self.wanted.keys() & {"calculation", "question", "summary"}:
            return UNSAID
        if row.kind is Kind.DOSE and AXES.get(row.record.axis) in self._topics and row.band and row.band.high is None:
            return HOLLOW
        return SPEAKS * len(row.aspects & self.wanted.keys() & SPOKEN_OF) if row.kind in SPEAKING else 0.0

    def _is_on_topic(self, row: Row) -> bool:
        named = row.kind in WARNINGS and row.whom & self._whom
        return bool(self._topics & row.aspects or self._topic_hints & row.stems or named)

    def _advises_against(self, row: Row) -> bool:
        """Say whether somebody asks if it is any good for just those in whom it is advised against."""
        grave = row.record.severity is not Severity.CAUTION
        return "first" in self.wanted and grave and any(one.aside and one.share(row) == 1 for one in self.concepts)

    def _is_placed(self, row: Row) -> bool:
        """Say whether a place is the one for just the people who are named."""
        treated = [one for one in self.concepts if one.aside and one.points <= one.reach.points]
        return bool(treated) and not subject.is_class(self.given) and all(one.share(row) == 1 for one in treated)

    def _answers(self, row: Row) -> bool:
        """Say whether a row can answer such a question at all."""
        warned = row.kind in WARNINGS and "caution" not in self.wanted
        if not self.given and (warned or (row.kind is Kind.TRIAL and self._bodies)):
            return False
        if row.kind is Kind.ALERT and self.given and not self._is_about_giving:
            return False
        pointed = bool(self._numbers) or any(not one.aside for one in self.concepts)
        if row.kind is Kind.DOSE and row.record.axis is not Axis.BASE and not (pointed or self._is_limited(row)):
            return False
        dosed = self.wanted.keys() & plan.DOSES_ASKED and not self.wanted.keys() & {"caution", "interaction"}
        if row.kind in WARNINGS and dosed and not pointed:
            return False
        if not self._alone:
            return True
        if self.wanted.keys() <= {"summary"} and self.wanted and len(self._words.telling) == 1:
            return row.kind in DEFINING
        if row.kind is Kind.MONITORING and not (self._question.terms or "monitor" in self._question.aspects):
            return False
        return row.kind in READ_ALONE and ("source" not in row.aspects or "source" in self.wanted)

    @property
    def _is_about_giving(self) -> bool:
        """Say whether it is asked, and not by the way, if or how something can be given."""
        return any(self.wanted.get(code, 0) >= HALF for code in ("caution", "interaction", "first"))

    def _is_limited(self, row: Row) -> bool:
        """Say whether the question speaks of what a dose is limited by."""
        said = {AXES.get(row.record.axis, "interaction"), "supplement"} & self.wanted.keys()
        return bool(said) or len(self.given) > 1

    def _of_given(self, row: Row) -> float | None:
        """Every medicine that is named must be one of the row's; its subject one that the guideline treats with."""
        if not self.given:
            return 0.0
        each = [self._of_one(one, row) for one in self.given]
        if any(points is None for points in each):
            return None
        if row.kind is Kind.INTERACTION and len(self.given) > 1 and not subject.is_pair(self.given, row):
            return None
        subjects = any(one.treatments & row.treatments for one in self.given)
        of_one = row.kind in OF_ONE or (self._placed and row.treatments)
        if not subjects and of_one and not self._goes_on(row) and not self._speaks_for(row):
            return None
        return sum(points for points in each if points)

    def _of_one(self, one: Given, row: Row) -> float | None:
        """Count the points for one medicine: most where the row is about it and nothing else."""
        own = one.treatments & row.treatments
        if row.kind is Kind.CLASS and one.classes and row.code not in one.classes:
            return None
        if not own and not one.is_named(row):
            return UNSAID if self._goes_on(row) or self._speaks_for(row) else None
        if own and row.kind is Kind.OPTION and "next" in self.wanted and self.concepts:
            return None
        if own and one.classes and row.kind is Kind.DOSE:
            return NAMED * (1.6 * len(own) / len(one.treatments | row.treatments) - 0.6)
        if own:
            shared = 0.1 if row.kind is Kind.MONITORING else 0.25
            return NAMED * (1 - shared + shared * len(own) / len(one.treatments | row.treatments))
        return NAMED / (1.2 + 0.01 * len(row.reach.drugs)) if one.drugs & row.reach.drugs else NAMED / 2

    def _goes_on(self, row: Row) -> bool:
        """Say whether a row is the next step for those who are named, whatever they took before."""
        return (
            row.kind is Kind.STATEMENT
            and "next" in row.aspects
            and "next" in self.wanted
            and (bool(self.concepts) or not row.drugs and all(one.treatments for one in self.given))
        )

    def _speaks_for(self, row: Row) -> bool:
        """Say whether a row is the bottom line for those who are named, to whom what is asked for has no place."""
        return self._unplaced and "bottom_line" in row.aspects and any(one.share(row) == 1 for one in self.concepts)

    def _of_words(self, row: Row) -> float | None:
        """The words that name nothing must be the row's own, nearly all by how telling they are."""
        total = self._words.points(row, most=ENOUGH_ALONE if self._alone else ENOUGH)
        if total is None:
            return self._words.hinted(row) + UNSAID if self._anchored else None
        for one in self._said:
            share = one.share(row)
            if not share and not (one.facts and self.given) and not (self.given and self._goes_on(row)):
                return None
            total += MATCHED * share if share else UNSAID
        return total

    def _of_people(self, row: Row) -> float | None:
        total = 0.0
        for one in self.concepts:
            share = one.share(row)
            if not share and one.aside:
                share = 0.6 if row.judged and (self._person.concerns(row) is YES or self._is_warned(row)) else 0
            elif not share and not (self.given and self._watches(row) and not row.judged and one.is_graded):
                return None
            weight = MATCHED * (HALF * (not one.aside) if self.given and row.kind is Kind.MONITORING else 1)
            total += weight * share * share if share else self._beside(row) if one.aside else UNSAID
        if self.given and row.judged and self._watches(row) and not any(one.share(row) == 1 for one in self.concepts):
            total += UNSAID
        for fact in self._numbers:
            near = subject.goes_by(row, fact, self._index, holds=self._person.concerns(row) is YES)
            if near is None and (self.given or row.people) and not (row.people and "disagreement" in self.wanted):
                return None
            total += MATCHED if near else UNSAID
        return total

    def _is_warned(self, row: Row) -> bool:
        """Say whether a row warns of just those who are named, where that is asked for."""
        warned = row.kind in WARNINGS and "caution" in self.wanted
        return warned and any(one.populations & row.whom for one in self.concepts if not one.aside)

    def _watches(self, row: Row) -> bool:
        """Say whether a row is about what is to be watched, and that is asked for."""
        return row.kind is Kind.MONITORING and "monitor" in self.wanted

    def _beside(self, row: Row) -> float:
        """What is said of a treatment for everybody answers for those whom the guideline treats, too; of no treatment that
        is named, what to watch with one does not.
        """
        if row.kind is Kind.MONITORING and not (self.given or self._words.telling):
            return 3 * BESIDE
        return 0.0 if row.kind in FOR_EVERYBODY or (self.given and self._watches(row)) else BESIDE

    def _of_holding(self, row: Row) -> float | None:
        """What cannot hold for those who are named is left out; what is said of others beside them stands behind."""
        return self._holding.points(row, warned=self._is_warned(row))
