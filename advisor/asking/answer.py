"""Answers: what an edition says to a question, quoted, or why it does not answer and what it does speak of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from advisor.sheet.amount import joined
from guidelines.engine.canonical import Plain
from guidelines.engine.fact import Kind as Asked
from guidelines.library import Reading

from . import heading, index, interpretation, personal, quote, subject, supposition
from . import question as questions
from .index import Index
from .meaning import Sort, Taken
from .personal import Advised
from .question import BY_THE_WAY, Question
from .quote import Passage
from .ranking import Found, Ranking
from .row import Kind
from .subject import Concept
from .supposition import Supposed


MOST, NEARLY, PAIR = 6, 0.72, 2
OF_ITSELF = frozenset({"position", "scope"}) | BY_THE_WAY
"""Aspects of the guideline itself and of others: with everyday words alone they ask for nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is quoted in answer to a question, and why; or why nothing is, and the headings nearest to it."""

    question: str
    answered: bool
    passages: tuple[Passage, ...]
    because: str
    headings: tuple[heading.Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """The patient of an advice page: the answers, and the advice as far as it may be shown."""

    answers: Mapping[str, Plain]
    told: Mapping[str, Plain]


def ask(
    reading: Reading,
    typed: str,
    *,
    place: str,
    before: Sequence[str] = (),
    about: About | None = None,
    language: str = "en",
) -> Answer:
    """Answer a question from an edition, under the labels of a place, after the questions before it.

    On an advice page the answer is about its patient. Raises speech.Unaskable for a question that cannot be read.
    """
    found = index.of(reading, language)
    now = questions.understood(typed, found)
    now = questions.without_body(now, found.phrasebook) if about else now
    if about and (about.told["withheld"] or about.told["stopped"]):
        return _held_back(now, found, about, place)
    declined = None  # one of the readings is the question as it stands, and that is the one declined
    for question in interpretation.each(now, before, found, place):
        answer = _answered(question, found, about, place)
        if answer.answered:
            return answer
        declined = answer if question is now else declined
    return declined


def _answered(question: Question, found: Index, about: About | None, place: str) -> Answer:
    """Answer one reading of a question; where nothing is said to all that it names, a part of it, and which."""
    answer = _quoting(question, found, about, place)
    plain = any(found.phrasebook.is_ordinary(word.key) for word in question.terms)
    question = replace(question, eased=True)
    for part in () if answer.answered else (*([question] if plain else []), *interpretation.parts(question, found)):
        other = _quoting(part, found, about, place)
        if other.answered:
            left = [one.typed for one in question.mentions if one not in part.mentions]
            left += [word.typed for word in question.foreign if word not in part.foreign]
            return replace(other, because=" ".join(filter(None, (_left_out(left), other.because))))
    return answer


def _left_out(names: Sequence[str]) -> str:
    said = joined([f"“{name}”" for name in names])
    return (
        _("This takes no account of %(words)s: no passage speaks of everything that is named.") % {"words": said}
        if names
        else ""
    )


def _quoting(question: Question, found: Index, about: About | None, place: str) -> Answer:
    if (
        question.foreign
        or question.unclear
        or (question.loose and not question.numbers)
        or _is_vague(question, found)
        or (question.empty and not (about and question.aspects))
    ):
        return _declined(question, found, _not_understood(question, found))
    if _is_unknown(question, found):
        return _declined(question, found, _not_covered(question, found))
    person = supposition.asked(question, found, about.answers if about else {}, place)
    ranking = Ranking(question, found, person)
    passages, unheard = _personal(question, found, about, person, ranking), ""
    if not passages:
        ranked = _nearly(ranking.found(), about, person)
        passages = _general(ranked, found, about, person, ranking)
        unheard = _left_out(subject.unheard(question, ranked[0].row, found)) if ranked else ""
    if not passages:
        return _declined(question, found, _not_covered(question, found))
    kept: dict[tuple[str, str], Passage] = {}
    for one in passages:
        kept.setdefault((one.kind, one.code), one)
    because = " ".join(filter(None, (unheard, _because(question, found, about, person))))
    return Answer(question.typed, True, tuple(kept.values())[:MOST], because)


def _is_unknown(question: Question, found: Index) -> bool:
    """Say whether a dose, or somebody with a number, is asked about for something that is no medicine of the guideline."""
    strange = [word for word in question.terms if word.number is None and not found.phrasebook.is_ordinary(word.key)]
    alone = not question.given and not question.concepts
    causes = [] if question.given else [one for one in question.mentions if one.codes(Sort.TEXT)]
    named = [word for one in causes for word in one.words]
    return any(word in question.dosed for word in (*strange, *named)) or bool(alone and strange and question.numbers)


def _is_vague(question: Question, found: Index) -> bool:
    """Say whether everyday words alone say what is asked of what is named."""
    told = any(one.codes(Sort.TEXT, Sort.BODY) for one in question.mentions)
    if question.given and (question.concepts or question.numbers or len(question.given) >= PAIR):
        return False
    if len(question.everyday) == 1 and any(Concept.of(one, found).aside for one in question.concepts):
        return False
    plain = question.explicit and (question.given or question.worded or question.aspects.keys() - OF_ITSELF)
    return bool(question.everyday) and not plain and not told and not question.asks


def _personal(
    question: Question, found: Index, about: About | None, person: Supposed, ranking: Ranking
) -> list[Passage]:
    """Quote the advice for the patient, unless the question supposes another one."""
    if about is None or person.changed or any(not one.aside for one in ranking.concepts):
        return []
    return Advised(found.book, about.told, person).passages(question, ranking.given, ranking.wanted)


def _general(
    ranked: Sequence[Found], found: Index, about: About | None, person: Supposed, ranking: Ranking
) -> list[Passage]:
    """Quote what the edition says to everybody; to a dose, first what the advice says against it for the patient."""
    passages = [_quoted(one, found, person) for one in ranked]
    if not (about and passages and passages[0].kind == Kind.DOSE) or person.changed:
        return passages
    return [*Advised(found.book, about.told, person).warnings(ranking.given), *passages]


def _held_back(question: Question, found: Index, about: About, place: str) -> Answer:
    person = supposition.asked(question, found, about.answers if about else {}, place)
    said = _("An alert keeps everything else back: act on it first.")
    return Answer(question.typed, True, tuple(Advised(found.book, about.told, person).alerts()), said)


def _nearly(ranked: Sequence[Found], about: About | None, person: Supposed) -> list[Found]:
    """Keep what is nearly as fit as the first; for one patient nothing that other labels say."""
    here = [one for one in ranked if about is None or person.holds(one.row) is not supposition.NO]
    return [one for one in here[:MOST] if one.points >= NEARLY * here[0].points]


def _quoted(one: Found, found: Index, person: Supposed) -> Passage:
    elsewhere = one.row.jurisdictions and person.holds(one.row) is supposition.NO
    return quote.passage(one.row, found.names, _("Under other labels than the ones asked about.") if elsewhere else "")


def _because(question: Question, found: Index, about: About | None, person: Supposed) -> str:
    facts = found.book.facts
    said = [_taken(one) for one in question.taken]
    for one in question.numbers:
        if one.said:
            words = _("Rules go by %(used)s, not by %(said)s: this is read as if the number were %(used)s.")
            said.append(words % {"used": facts[one.fact].name, "said": facts[one.said].name})
    if about and person.changed:
        said.append(
            _("Supposing %(what)s; for the whole advice, change the answers.") % {"what": personal.supposing(person)}
        )
    elif about:
        said.append(_("For this patient, as the answers stand."))
    return " ".join(said)


def _taken(one: Taken) -> str:
    return _("“%(typed)s” is taken as %(read)s.") % {"typed": one.typed, "read": one.read}


def _not_understood(question: Question, found: Index) -> str:
    if question.loose and not question.numbers:
        each = (found.book.facts[code] for code in sorted({*found.banded, *found.feeding}))
        facts = [fact.name for fact in each if fact.kind is Asked.NUMBER]
        return _("“%(typed)s” could be %(names)s. Write which is meant.") % {
            "typed": question.loose[0].typed,
            "names": joined(facts, _("or")),
        }
    if question.unclear:
        one = question.unclear[0]
        names = joined([name for name in one.names], _("or"))
        return _("“%(typed)s” could be %(names)s. Write which is meant.") % {"typed": one.typed, "names": names}
    if question.foreign:
        words = joined([f"“{word.typed}”" for word in question.foreign[:3]])
        return _("This edition does not speak of %(words)s.") % {"words": words}
    return _("The question names nothing that this edition speaks of.")


def _not_covered(question: Question, found: Index) -> str:
    named = [one.typed for one in question.mentions] + [word.typed for word in question.terms]
    named += [found.book.facts[one.fact].name for one in question.numbers]
    words = joined([f"“{name}”" for name in dict.fromkeys(named)])
    return _("No passage of this edition answers that about %(words)s.") % {"words": words}


def _declined(question: Question, found: Index, because: str) -> Answer:
    said = " ".join((*(_taken(one) for one in question.taken), because))
    return Answer(question.typed, False, (), said, heading.nearest(question, found))


__all__ = ["About", "Answer", "ask"]
