"""The layout of an advice for each reader: in which order the depth of a treatment stands, what is open, and whether why."""

from advisor.accounts.models import Reader

from . import tongue


UNASKED, EFFECTS, BACKGROUND, STATEMENTS = "unasked", "effects", "background", "statements"

# Verdict, dose, checks and cautions come before all of it, for everybody.
ORDER = {
    Reader.CLINICIAN: (UNASKED, EFFECTS, BACKGROUND),
    Reader.PHARMACIST: (UNASKED, BACKGROUND, EFFECTS),
    Reader.STUDENT: (EFFECTS, UNASKED, BACKGROUND),
}
OPEN = {
    Reader.CLINICIAN: frozenset(),
    Reader.PHARMACIST: frozenset({UNASKED, BACKGROUND}),
    Reader.STUDENT: frozenset({EFFECTS, STATEMENTS}),
}
COMPONENTS = {UNASKED: "unasked", EFFECTS: "benefit", BACKGROUND: "care"}


def layout(reader):
    """Give the parts of a treatment's depth in a reader's order, and whether statements are open."""
    parts = [
        {"component": f"components/{COMPONENTS[code]}.html", "open": code in OPEN[reader]} for code in ORDER[reader]
    ]
    return {"parts": parts, "statements": STATEMENTS in OPEN[reader]}


def explained(sections, book, reader):
    """Give the sections of statements, each in the language of the page where it is worded in it; to a student, with why."""
    why = reader == Reader.STUDENT
    words = {said.code: tongue.told(said) for said in book.rulebook.statements}
    return {part: [_explained(section, words, why) for section in listed] for part, listed in sections.items()}


def _explained(section, words, why):
    said = [words.get(one["code"], {}) for one in section["statements"]]
    told = [
        {**one, **word, "why": word.get("why", "") if why else ""}
        for one, word in zip(section["statements"], said, strict=True)
    ]
    return {**section, "key": f"{section['key']}{' why' if why else ''}", "statements": told}
