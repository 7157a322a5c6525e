"""Random patients: answers that are given one after the other, each saying something that was not known before."""

from guidelines.engine import patient
from tests.spec import ward


YES_OR_NO = (True, False)
RARELY = (*[False] * 9, True)
VALUES = {
    **{code: YES_OR_NO for code in ward.YES_NO},
    **{code: RARELY for code in ("dialysis", "pregnant", "unstable_kidney_function", "extreme_muscle", "fever")},
    **ward.CHOICES,
    "condition": ("ache", "ache", "itch", "neither"),
    "age": (17, 18, 40, 50, 64, 75, 80),
    "weight": (40, 60, 70, 90, 120, 150),
    "height": (150, 160, 175),
    "creatinine": (0.5, 0.9, 1.2, 1.4, 1.8, 2.5, 5),
    "bilirubin": (1, 2, 4),
    "albumin": (2, 3, 4),
    "inr": (1, 2),
    "ache_before": (0, 7, 10),
    "ache_now": (0, 4.9, 7),
}
TRIAL = {
    "outcome": ("response", "partial", "none", "not_tolerated", None),
    "daily_dose": (30, 60, None),
    "weeks": (2, 8, None),
    "still_taking": (True, False, None),
}
MEDICINES = ("oxyblock", "miniblock", "aspirin", "alphadone", "complete")
FACTS = sorted({*VALUES, "medicines", "trials"})


def answer(chance, fact):
    """Make up an answer to one question."""
    if fact == "medicines":
        return {code: chance.choice(YES_OR_NO) for code in MEDICINES if chance.random() < 0.5}
    if fact == "trials":
        return [_trial(chance) for _ in range(chance.randrange(3))]
    return chance.choice(VALUES[fact])


def _trial(chance):
    said = {key: chance.choice(values) for key, values in TRIAL.items()}
    return said | {"treatment": chance.choice(("alphadone", "gel"))}


def fuller(chance, fact, given):
    """Make up an answer that says everything which was said before, and perhaps more; now and then "not known"."""
    if given is None:
        return answer(chance, fact) if chance.random() < 0.93 else None
    if fact == "medicines" and not given.get("complete"):
        return answer(chance, fact) | {code: said for code, said in given.items() if code != "complete"}
    if fact == "trials":
        return [_trial(chance) | {key: said for key, said in one.items() if said is not None} for one in given]
    return given


def story(chance, book, length=7):
    """Make up a patient of whom some things are known at once, and who then answers question after question.

    Answers that contradict the others are passed over.
    """
    known = chance.choice((0.2, 0.6, 0.85, 0.92, 0.95))
    answers = {fact: answer(chance, fact) for fact in FACTS if chance.random() < known}
    people = [parsed(book, answers) or patient.parse(book, {})]
    for fact in [*chance.sample(FACTS, len(FACTS)), "medicines", "trials"]:
        answers = dict(people[-1].answers)
        person = parsed(book, answers | {fact: fuller(chance, fact, answers.get(fact))})
        people += [person] if person and person.answers != answers else []
        if len(people) == length:
            break
    return people


def parsed(book, answers):
    """Read answers as a patient; none where they contradict one another."""
    try:
        return patient.parse(book, answers)
    except patient.Refused:
        return None
