"""Interpretations: the ways in which a question may be meant, one after the other, and the parts of one that can be answered."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from . import followup, plan, supposition
from . import question as questions
from .index import Index
from .meaning import CONCEPTS, GIVEN, Meaning, Mention, Sort
from .question import BY_THE_WAY, Question
from .ranking import Ranking
from .subject import Concept


PAIR, FEW = 2, 4
PLACE = frozenset({"first", "position"})
"""Aspects with which it is asked what to give."""

OF_FIGURES = frozenset({"why", "comparison", "calculation"})
"""Aspects of a figure that is worked out, which medicine it may be used for."""


def each(now: Question, before: Sequence[str], found: Index, place: str) -> Iterable[Question]:
    """Yield the ways in which a question may be meant after those before it: the likeliest first."""
    yield from _of_alarms(now, found)
    yield from _of_formula(now, found)
    yield from _going_on(now, before, found, place)


def _going_on(now: Question, before: Sequence[str], found: Index, place: str) -> Iterable[Question]:
    """Yield a question as it goes on from those before it, if it does, and by itself."""
    earlier: Question | None = None
    for typed in before:
        one = questions.understood(typed, found)
        earlier = _joined(one, earlier, found) if earlier and followup.leans(one) else one
    if earlier and followup.leans(now):
        joined = _joined(now, earlier, found)
        if not joined.given and joined.aspects.keys() & followup.OF_ONE:
            joined = replace(joined, mentions=(*_advised(earlier, found, place), *joined.mentions))
        if earlier.bodies and not (now.bodies or joined.aspects.keys() & followup.OF_ONE):
            yield replace(joined, mentions=(*joined.mentions, *earlier.bodies))
        yield joined
        if now.concepts and joined.given and not now.asks:
            yield replace(joined, aspects={"caution": 1.0})
    if _has_another(now, found):
        yield replace(now, aspects={"caution": 1.0})
    yield now
    if earlier and followup.leans(now) and not now.given:
        yield replace(questions.understood(f"{before[-1]}, {now.typed}", found), typed=now.typed)


def _of_alarms(now: Question, found: Index) -> Iterable[Question]:
    """Yield a question of signs that an alert is for as one of those alone, unless it asks of a medicine as well."""
    alarms = [one for one in now.concepts if found.alarms.intersection(one.codes(Sort.POPULATION))]
    drugs = any(one.codes(Sort.DRUG, Sort.CLASS) for one in now.given)
    if alarms and not (drugs or now.foreign or any(Concept.of(one, found).is_graded for one in alarms)):
        yield replace(now, mentions=tuple(alarms), terms=(), numbers=())


def _has_another(now: Question, found: Index) -> bool:
    """Say whether it only names somebody whom the guideline treats and what else they have, of which it warns."""
    if len(now.concepts) != PAIR or len(now.mentions) > PAIR or now.terms or now.aspects.keys() - BY_THE_WAY - PLACE:
        return False
    treated, other = now.concepts
    another = Concept.of(other, found)
    known = found.treated.intersection(treated.codes(Sort.POPULATION)) and not (another.aside or another.is_graded)
    return bool(known) and found.warns(other.codes(Sort.POPULATION), treated.codes(Sort.POPULATION))


def _advised(earlier: Question, found: Index, place: str) -> list[Mention]:
    """Give the few treatments that the answer to a question was about, for the next asks about those."""
    ranked = Ranking(earlier, found, supposition.asked(earlier, found, {}, place)).found()
    [codes] = [one.row.treatments for one in ranked[:1]] or [()]
    few = 0 < len(codes) <= FEW
    return [Mention((), tuple(Meaning(Sort.TREATMENT, code) for code in sorted(codes)), 0)] if few else []


def _of_formula(now: Question, found: Index) -> Iterable[Question]:
    """Yield a question of why or which figure to use as one of the figure alone, whatever it is used for."""
    said = dict.fromkeys(one.said or one.fact for one in now.numbers)
    told = {code for one in now.mentions for code in one.codes(Sort.FACT)}
    named = [code for code in (*told, *(said.keys() - told)) if found.book.facts[code].formula]
    asked = any(now.aspects.get(code, 0) >= 1 for code in OF_FIGURES) and not now.numbers
    if (now.given and asked and named) or (len(named) > 1 and len(said) != 1 and (now.given or said)):
        own = [one for one in now.mentions if one not in now.given and (not said or one.codes(Sort.FACT))]
        named = [(Meaning(Sort.FACT, code), Meaning(Sort.TEXT, found.book.facts[code].name)) for code in said]
        figures = [Mention((), meanings, 0) for meanings in named]
        yield replace(now, mentions=(*own, *figures), numbers=())


def _joined(now: Question, earlier: Question, found: Index) -> Question:
    looked_up = {one: Concept.of(one, found) for one in (*now.concepts, *earlier.concepts)}
    treats = [one for one in earlier.given if found.treatments(one.meanings)]
    return followup.joined(now, earlier, looked_up, treats)


def parts(question: Question, found: Index) -> Iterable[Question]:
    """Yield how the medicines that are named get on with each other, and what is said to all but one of the conditions."""
    words = any(one.codes(Sort.TEXT) and not one.codes(*CONCEPTS, *GIVEN) for one in question.mentions)
    beside = len(question.given) >= PAIR and any(not found.treatments(one.meanings) for one in question.given)
    if question.foreign and beside and not question.beyond and not question.aspects.keys() & plan.TO_PEERS:
        yield replace(question, aspects={"interaction": 1.0}, mentions=question.given, numbers=(), foreign=(), terms=())
    if question.terms or words:
        return
    if len(question.given) >= PAIR:
        yield replace(question, aspects={"interaction": 1.0}, mentions=question.given, numbers=())
    enough = PAIR if question.given else PAIR + 1
    for one in question.concepts if len(question.concepts) >= enough else ():
        yield replace(question, mentions=tuple(other for other in question.mentions if other is not one))
