"""The plan: which kinds of passage answer which kinds of question, the fittest with the most points."""

from collections.abc import Iterable, Mapping

from . import subject
from .index import Index
from .meaning import Sort
from .question import BY_THE_WAY, Question
from .row import Kind, Row
from .subject import Given


K = Kind
DOSES: Mapping[Kind, float] = {
    K.DOSE: 10,
    K.TREATMENT: 8,
    K.STATEMENT: 4,
    K.CONTRAINDICATION: 2.5,
    K.POSITION: 2,
    K.DISAGREEMENT: 2,
    K.OPTION: 1,
}
TOPICS: Mapping[Kind, float] = {
    K.SAFETY: 10,
    K.CONTRAINDICATION: 9,
    K.STATEMENT: 7,
    K.DOSE: 6,
    K.MONITORING: 3,
    K.EFFECT: 1,
}

PLAN: Mapping[str, Mapping[Kind, float]] = {
    "dose": DOSES,
    "start": DOSES,
    "titrate": DOSES,
    "maximum": DOSES,
    "frequency": DOSES,
    "supplement": DOSES,
    "renal": {K.DOSE: 10, K.CONTRAINDICATION: 8, K.SAFETY: 7, K.STATEMENT: 4, K.MONITORING: 1},
    "hepatic": {K.DOSE: 8, K.CONTRAINDICATION: 9, K.SAFETY: 9, K.STATEMENT: 6, K.MONITORING: 1},
    "pregnancy": TOPICS,
    "overdose": {K.SAFETY: 12, K.MONITORING: 3, K.STATEMENT: 2},
    "boxed_warning": {K.SAFETY: 12, K.CONTRAINDICATION: 5, K.MONITORING: 4},
    "strength": {K.STRENGTH: 14},
    "effect": {K.EFFECT: 10, K.STATEMENT: 5, K.OPTION: 3, K.POSITION: 2, K.TREATMENT: 1},
    "harm": {K.EFFECT: 10, K.MONITORING: 5, K.CONTRAINDICATION: 6, K.STATEMENT: 4, K.SAFETY: 2},
    "caution": {K.CONTRAINDICATION: 10, K.INTERACTION: 9, K.SAFETY: 6, K.ALERT: 3, K.MONITORING: 3, K.STATEMENT: 5},
    "interaction": {K.INTERACTION: 10, K.SAFETY: 7, K.MONITORING: 5, K.STATEMENT: 4, K.CONTRAINDICATION: 3},
    "monitor": {K.MONITORING: 10, K.STATEMENT: 4, K.ALERT: 2},
    "before": {K.MONITORING: 5},
    "during": {K.MONITORING: 5},
    "stop": {K.STOPPING: 13, K.MONITORING: 8, K.STATEMENT: 6},
    "withdrawal": {K.MONITORING: 10, K.STATEMENT: 9, K.STOPPING: 6, K.SAFETY: 3},
    "first": {
        K.OPTION: 8,
        K.STATEMENT: 9,
        K.TREATMENT: 6,
        K.POSITION: 4,
        K.DISAGREEMENT: 3,
        K.CONTRAINDICATION: 3,
        K.ALERT: 6,
    },
    "next": {K.STATEMENT: 10, K.OPTION: 7, K.POSITION: 3, K.DISAGREEMENT: 3},
    "grade": {K.OPTION: 12, K.POSITION: 5, K.STATEMENT: 2},
    "position": {K.POSITION: 8, K.DISAGREEMENT: 4, K.STATEMENT: 2},
    "disagreement": {K.DISAGREEMENT: 10, K.POSITION: 4, K.STATEMENT: 3},
    "trial": {K.TRIAL: 10, K.STATEMENT: 6, K.MONITORING: 4, K.DISAGREEMENT: 4, K.POSITION: 2},
    "labelling": {K.LABELLING: 10, K.POSITION: 3, K.STATEMENT: 2},
    "form": {K.FORM: 10, K.DOSE: 5, K.MONITORING: 3, K.STRENGTH: 2, K.STATEMENT: 2},
    "summary": {K.TREATMENT: 6, K.CLASS: 4, K.FACT: 2, K.STATEMENT: 2, K.OPTION: 1},
    "why": {K.STATEMENT: 3, K.CONTRAINDICATION: 3, K.OPTION: 2, K.FACT: 1},
    "class": {K.CLASS: 10, K.TREATMENT: 4},
    "calculation": {K.FACT: 8, K.STATEMENT: 6},
    "source": {K.REFERENCE: 6, K.STATEMENT: 2},
    "maker": {K.MAKER: 12},
    "scope": {K.GUIDELINE: 6},
    "question": {K.FACT: 4},
    "cost": {K.STATEMENT: 8},
    "missed": {K.MONITORING: 8, K.FORM: 8},
    "comparison": {K.STATEMENT: 9, K.DISAGREEMENT: 9, K.EFFECT: 5, K.POSITION: 4, K.OPTION: 3, K.DOSE: 2},
}

DOSES_ASKED = frozenset({"dose", "start", "titrate", "maximum", "frequency", "supplement"})
DETAILS = frozenset({"start", "titrate", "maximum", "frequency", "supplement", "renal", "hepatic", "before", "during"})
"""Aspects that a row has or has not: one without them answers half as well."""

TOLD = (
    *("first", "next", "dose", "renal", "hepatic", "pregnancy", "effect", "harm", "stop", "monitor", "trial"),
    *("interaction", "overdose", "labelling", "form", "comparison"),
)
"""Aspects that texts speak of or not, by their words."""

SPLIT = {
    Kind.EFFECT: ("effect", "harm"),
    Kind.SAFETY: ("pregnancy", "renal", "hepatic", "interaction", "boxed_warning", "overdose"),
    Kind.OPTION: ("first", "next"),
    Kind.MONITORING: ("stop", "withdrawal", "monitor"),
    Kind.TREATMENT: tuple(DOSES_ASKED),
    Kind.STATEMENT: TOLD,
    Kind.POSITION: TOLD,
    Kind.DISAGREEMENT: TOLD,
}
"""Kinds of row of which each answers only some of these aspects."""

PLAIN = frozenset({"form", "stop", "trial", "strength", "labelling", "missed", "monitor"})
"""Aspects that say what is meant where something is asked to be all right."""

VAGUE = frozenset({"first", "next", "caution", "grade", "position", "comparison", "effect"}) | BY_THE_WAY
"""Aspects beside which the place of a treatment may be meant as well."""

LEAST, LOUDER = 2.5, 1.4
HALF, FURTHER = 0.5, 0.3
WORDED = frozenset({"cost", "missed"})
"""Aspects that no kind of row is made for: only a row that says the word answers them."""

OF_TREATMENTS = DOSES_ASKED | {"strength", "stop", "trial", "labelling", "form", "monitor", "overdose", "boxed_warning"}
"""Aspects that only a treatment of the guideline has: of another medicine nothing is said but how it gets on with those."""

EXACT = (OF_TREATMENTS - {"monitor", "form", "labelling", "stop"}) | WORDED | {"grade", "maker", "class"}
"""Aspects that other kinds of row do not answer, whatever words they share with the question."""

TO_TWO = {
    "comparison",
    "effect",
    "harm",
    "trial",
    "stop",
    "withdrawal",
    "next",
    "class",
    "grade",
    "dose",
    "disagreement",
    "position",
}


TO_PEERS = {"comparison", "class", "grade", "disagreement", "position"}
"""Of those the ones that are asked of two medicines even where the guideline treats with one alone."""


def answers(row: Row, aspects: Mapping[str, float], hints: frozenset[str], *, words: bool) -> bool:
    """Say whether this kind of row can answer what is wanted at all; `words` if the question says it in words of its own."""
    asked = aspects.keys() - BY_THE_WAY
    strong = {code for code in asked if aspects[code] >= 1}
    if strong & EXACT:
        if all(PLAN[code].get(row.kind, 0) * _share(row, code, split=False) < LEAST for code in strong):
            return False
    elif words:
        return True
    if any(not PLAN[code].get(row.kind) or not hints & row.stems for code in asked & WORDED):
        return False
    return not asked or any(PLAN[code].get(row.kind) for code in asked)


def wanted(question: Question, given: list[Given], index: Index, *, aside: bool) -> Mapping[str, float]:
    """Give what a question is after, by what it names where it does not say; `aside` if it names only whom to treat."""
    said = dict(question.aspects)
    _add_named(said, question, index)
    _add_given(said, question, given)
    _settle(said, given)
    if any(weight >= 1 for code, weight in said.items() if code not in BY_THE_WAY):
        return said
    usual = _usual(question, index, aside=aside, bare=not said)
    told = said.keys() - BY_THE_WAY
    return {code: weight * (HALF if told else 1) for code, weight in usual.items()} | {
        code: weight * (LOUDER if code in told else 1) for code, weight in said.items()
    }


def _add_named(said: dict[str, float], question: Question, index: Index) -> None:
    """Add what naming a number, a body or several labels asks for."""
    banded = any(one.fact in index.banded or one.fact in index.feeding for one in question.numbers)
    differ = said.keys() & {"why", "comparison"} and len(question.places) > 1
    several = len(question.places) > 1 or len(question.bodies) > 1
    _add(said, "dose", 1 if banded and not (differ or said.keys() & {"caution", "effect", "harm"}) else 0)
    figures = any(said.get(code, 0) >= 1 for code in ("effect", "harm"))
    _add(said, "position", 0 if not question.bodies else 1 if figures else 2)
    _add(said, "disagreement", 3 if several and (differ or said.get("disagreement", 0) >= 1) else 1 if several else 0)


def _add_given(said: dict[str, float], question: Question, given: list[Given]) -> None:
    """Add what naming two medicines, a class or a measure asks for."""
    drugs = {one.drugs for one in given if one.drugs}
    bare = given and not drugs and not question.concepts and not question.bodies
    if bare and not question.aspects.keys() & DOSES_ASKED:
        said |= {"summary": 2, "first": 1}
    if subject.is_member(given):
        _add(said, "interaction" if said.keys() & {"next", "interaction"} else "class", 1.5)
    elif len(drugs) > 1 and not any(said.get(code, 0) >= 1 for code in _to_two(question, given)):
        _add(said, "interaction", 1.5)
    defined = "summary" in said and not any(said[code] >= 1 for code in said.keys() - BY_THE_WAY - {"first"})
    _add(said, "class", 1 if subject.is_class(given) and defined else 0)


def _settle(said: dict[str, float], given: list[Given]) -> None:
    """Settle what cannot be meant together: without a medicine no dose is asked for, and a taper is no titration."""
    if not given:
        said.pop("class", None)
        _add(said, "next", 0 if "first" in said else said.get("interaction", 0))
        asked = [said.pop(code) for code in (DOSES_ASKED | {"strength"}) & said.keys()]
        said |= {"first": max(*asked, said.get("first", 0), 0)} if asked else {}
    if said.get("next", 0) >= 1 and "first" in said:
        said["first"] *= HALF
    if given and "first" in said and _is_told(said):
        said["first"] *= HALF
    if "stop" in said and any(said.get(code, 0) >= 1 for code in ("effect", "harm")):
        said["stop"] *= HALF
    if given and "monitor" in said and "frequency" in said:
        said["frequency"] *= HALF * HALF
    if given and "caution" in said and any(said.get(code, 0) >= 1 for code in PLAIN):
        said["caution"] *= HALF
    if given and said.get("trial", 0) >= min(1, said.get("next", 0)) > 0:
        said["next"] *= HALF * HALF
    _add(said, "monitor", 1.5 if "before" in said and not said.keys() & {"stop", "trial"} else 0)
    if "stop" in said:
        said |= {code: said[code] * HALF * HALF for code in {*DOSES_ASKED, "trial"} & said.keys()}


def is_for_a_place(wanted: Mapping[str, float]) -> bool:
    """Say whether the place of a treatment is asked for, and nothing plainer."""
    return "first" in wanted and not _is_told(wanted)


def _is_told(said: Mapping[str, float]) -> bool:
    return any(weight >= 1 for code, weight in said.items() if code not in VAGUE)


def _to_two(question: Question, given: Iterable[Given]) -> set[str]:
    """List what can be asked of two medicines but how they get on; less where one joins the other, or is only taken."""
    if not all(one.treatments for one in given):
        return TO_PEERS
    return TO_TWO - ({"next"} if any(one.joined for one in question.given[1:]) else set())


def _add(said: dict[str, float], code: str, weight: float) -> None:
    if weight:
        said[code] = said.get(code, 0) + weight


def _usual(question: Question, index: Index, *, aside: bool, bare: bool) -> Mapping[str, float]:
    if bare and question.closed and question.given and not question.concepts and not question.worded:
        return {"caution": 1, "first": 0.8, "summary": 0.5}
    if question.given and question.concepts:
        return {"first": 1, "dose": 0.8, "caution": 0.5} if aside else {"caution": 1, "first": 0.8, "dose": 0.9}
    if question.given and question.figures and not any(one.codes(Sort.TEXT) for one in question.mentions):
        return {"dose": 1, "frequency": 0.5}
    if question.given:
        return {"monitor": 0.5, "caution": 0.4} if question.worded else {"summary": 1, "dose": 0.5}
    if question.concepts:
        return {"first": 0.5}
    if "why" in question.aspects:
        return {}
    facts = (index.book.facts[code] for one in question.mentions for code in one.codes(Sort.FACT))
    return {"calculation": 0.8} if any(fact.formula for fact in facts) else {}


def points(row: Row, aspects: Mapping[str, float], *, split: bool) -> float:
    """Count how well the kind of a row answers what is wanted: the best of it in full, the rest in part.

    With `split` the places of a treatment count by their line.
    """
    each = sorted(weight * PLAN[code].get(row.kind, 0) * _share(row, code, split) for code, weight in aspects.items())
    return each[-1] + FURTHER * sum(each[:-1]) if each else 0


def _share(row: Row, aspect: str, split: bool) -> float:
    if row.kind is Kind.OPTION and not split:
        return 1
    if row.kind is Kind.TREATMENT and aspect in DOSES_ASKED and aspect not in row.aspects:
        return 0
    if row.kind in (Kind.STATEMENT, Kind.POSITION, Kind.DISAGREEMENT) and aspect in DOSES_ASKED:
        return 1 if "dose" in row.aspects else HALF
    return 1 if aspect in row.aspects or (aspect not in DETAILS and aspect not in SPLIT.get(row.kind, ())) else HALF
