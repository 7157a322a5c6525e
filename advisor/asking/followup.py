"""Follow-ups: a question that leans on the ones before it takes from them what it leaves out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .meaning import CONCEPTS, GIVEN, Mention
from .number import Number
from .question import BY_THE_WAY, Question
from .speech import Word
from .subject import Concept


OF_ONE = frozenset({"dose", "start", "titrate", "maximum", "frequency", "strength", "form", "trial"})
"""Aspects that are asked of a treatment by itself, whatever else is taken."""


def leans(question: Question) -> bool:
    """Say whether a question leaves out what it is about, or begins as one that goes on does."""
    likened = "comparison" in question.aspects and len(question.given) == 1
    swaps = likened or _is_instead(question)
    return (
        question.leaning
        or not (question.given or _stands_alone(question))
        or question.bare
        or ((swaps or _is_place(question) or _is_taken(question)) and not question.concepts)
    )


def _stands_alone(question: Question) -> bool:
    """Say whether it asks what some body or trial says, and of what; not if one body agrees."""
    agrees = "disagreement" in question.aspects and len(question.bodies) == 1 and not question.concepts
    return bool(question.bodies) and question.explicit and not agrees


def _is_taken(question: Question) -> bool:
    """Say whether it only adds a medicine that somebody takes."""
    return question.beside and len(question.given) == 1 and question.aspects.keys() - BY_THE_WAY <= {"interaction"}


def _is_place(question: Question) -> bool:
    """Say whether it asks of one medicine whether it is of any use, and nothing else."""
    return len(question.given) == 1 and not question.bodies and question.aspects.keys() - BY_THE_WAY == {"first"}


def _is_instead(question: Question) -> bool:
    """Say whether it asks of one medicine instead of another, and nothing else."""
    return len(question.given) == 1 and question.aspects.keys() - BY_THE_WAY == {"next"}


def joined(
    question: Question, before: Question, looked_up: Mapping[Mention, Concept], treats: Sequence[Mention]
) -> Question:
    """Give a question with what it takes from the one before: medicines, people, numbers and what is asked for.

    With `treats` the guideline treats: what is asked of one medicine is asked of that one. Whom it treats stays, unless
    others are named; another condition or number takes the place of the last.
    """
    given = _given(question, before, treats)
    own = question.concepts
    rest = [one for one in question.mentions if not one.codes(*GIVEN, *CONCEPTS)]
    foreign = question.foreign if question.given else (*before.foreign, *question.foreign)
    return replace(
        question,
        mentions=(*given, *own, *_staying(question, before, looked_up), *rest),
        aspects=_asked(question, before),
        numbers=question.numbers or _numbers(question, before) or (() if own else before.numbers),
        terms=(*_figures(question), *(_terms(question) or (() if question.asks or own else _terms(before)))),
        echo=(),
        carried=not question.given and bool(given),
        foreign=foreign,
        hints=question.hints or before.hints,
        places=question.places or before.places,
    )


def _staying(question: Question, before: Question, looked_up: Mapping[Mention, Concept]) -> list[Mention]:
    """List who stays of those named before."""
    own = question.concepts
    if not own and not question.numbers and not question.figures:
        return [*before.concepts]
    treated = [one for one in before.concepts if looked_up[one].aside and one not in own]
    return [] if any(looked_up[one].aside for one in own) else treated


def _asked(question: Question, before: Question) -> Mapping[str, float]:
    """Say what is asked for: of a medicine beside the first one how they get on, of one instead what was asked of the first."""
    taken = bool(question.concepts) and not question.given and question.aspects.keys() - BY_THE_WAY == {"interaction"}
    if taken or not question.asks:
        return {"interaction": 1.0} if question.beside and question.given else before.aspects
    return before.aspects if _is_instead(question) else question.aspects


def _terms(question: Question) -> tuple[Word, ...]:
    return tuple(word for word in question.terms if word.number is None)


def _figures(question: Question) -> tuple[Word, ...]:
    return tuple(word for word in question.terms if word.number is not None)


def _numbers(question: Question, before: Question) -> tuple[Number, ...]:
    """Read a bare number as another value of the fact that the one before was about."""
    if not question.figures or not before.numbers:
        return ()
    figure = question.figures[0]
    return (replace(before.numbers[0], value=figure.value, bound=figure.bound),)


def _given(question: Question, before: Question, treats: Sequence[Mention]) -> tuple[Mention, ...]:
    """Keep the first medicine where the new one joins it ("and with …"), else let the new one take its place ("and …?")."""
    own = question.given
    if not own:
        return tuple(treats) if len(treats) == 1 and question.aspects.keys() & OF_ONE else before.given
    if question.beside and before.given:
        return (before.given[0], *own)
    swaps = len(own) == 1 and ((own[0].joined and own[0].place == 1) or _is_instead(question))
    return (*own, *before.given[1:]) if swaps else own
