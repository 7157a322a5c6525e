"""The layout of an advice for each reader: in which order the depth of a treatment stands, what is open, and whether why."""

from advisor.accounts.models import Reader


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
    """Give the sections of statements with why, to a student; to everybody else as they are."""
    if reader != Reader.STUDENT:
        return sections
    whys = {said.code: said.student for said in book.rulebook.statements}
    return {part: [_explained(section, whys) for section in listed] for part, listed in sections.items()}


def _explained(section, whys):
    told = [{**one, "why": whys.get(one["code"], "")} for one in section["statements"]]
    return {**section, "key": f"{section['key']} why", "statements": told}
