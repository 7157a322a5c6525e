"""Random patients: answers that are given one after the other, each saying something that was not known before."""

from hypothesis import strategies as st

from guidelines.engine import patient
from tests.spec import ward


FLAGS = st.booleans()
trial = st.fixed_dictionaries(
    {"treatment": st.sampled_from(("alphadone", "gel"))},
    optional={
        "outcome": st.sampled_from(("response", "partial", "none", "not_tolerated", None)),
        "daily_dose": st.sampled_from((30, 60, None)),
        "weeks": st.sampled_from((2, 8, None)),
        "still_taking": st.sampled_from((True, False, None)),
    },
)
trials = st.lists(trial, max_size=2)
medicines = st.dictionaries(st.sampled_from(("oxyblock", "miniblock", "aspirin", "alphadone", "complete")), FLAGS)

VALUES = {
    **{code: FLAGS for code in ward.YES_NO},
    **{code: st.sampled_from(codes) for code, codes in ward.CHOICES.items()},
    "age": st.sampled_from((12, 17, 18, 40, 50, 64, 75, 80)),
    "weight": st.sampled_from((40, 60, 70, 90, 150)),
    "height": st.sampled_from((150, 160, 175)),
    "creatinine": st.sampled_from((0.5, 0.9, 1, 1.4, 2, 2.5, 5)),
    "bilirubin": st.sampled_from((1, 2, 4)),
    "albumin": st.sampled_from((2, 3, 4)),
    "inr": st.sampled_from((1, 2)),
    "ache_before": st.sampled_from((0, 7, 10)),
    "ache_now": st.sampled_from((0, 4.9, 7)),
    "medicines": medicines,
    "trials": trials,
}


def answer(draw, fact):
    """Draw an answer to one question; now and then it is "not known"."""
    return draw(st.one_of(st.none(), VALUES[fact], VALUES[fact], VALUES[fact]))


def fuller(draw, fact, given):
    """Draw an answer that says everything which was said before, and perhaps more."""
    if given is None:
        return answer(draw, fact)
    if fact == "medicines":
        return draw(medicines) | {code: said for code, said in given.items() if code != "complete" or said}
    if fact == "trials":
        return [draw(trial) | {key: said for key, said in one.items() if said is not None} for one in given]
    return given


@st.composite
def stories(draw, book, length=6):
    """Draw the last states of a patient who answers question after question; contradicting answers are passed over."""
    answers, people = {}, [patient.parse(book, {})]
    for fact in draw(st.lists(st.sampled_from(sorted(VALUES)), min_size=length, max_size=30)):
        more = answers | {fact: fuller(draw, fact, answers.get(fact))}
        try:
            people.append(patient.parse(book, more))
        except patient.Refused:
            continue
        answers = more
    return people[-length:]


@st.composite
def met(draw, books):
    """Draw a rulebook and a story of one of its patients."""
    book = draw(books)
    return book, draw(stories(book))
