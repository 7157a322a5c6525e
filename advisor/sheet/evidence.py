"""What the guideline says beside its options: statements by section, and positions side by side."""

SECTIONS = {
    "introduction": "Introduction",
    "first_line": "First-line treatment",
    "alternatives": "Alternatives",
    "topical": "Topical treatment",
    "response": "Judging the response",
    "second_line": "Next step",
    "non_drug": "Measures without drugs",
    "prevention": "Prevention",
    "special_populations": "Particular patients",
    "not_recommended": "Not recommended",
    "pitfalls": "Pitfalls",
    "provenance": "Where this comes from",
}
STANCES = {
    "first_line": "First line",
    "second_line": "Second line",
    "third_line": "Third line",
    "consider": "Consider",
    "no_recommendation": "No recommendation",
    "against": "Against",
    "rescue_only": "Rescue only",
    "other": "",
}
NEXT = ("response", "second_line")


def sections(statements):
    """Give the statements by section, in the order of the guideline; how to judge and what comes next stand by themselves."""
    grouped = {}
    for statement in statements:
        grouped.setdefault(statement["section"], []).append(statement)
    told = [
        {"title": title, "code": code, "key": _key(grouped[code]), "statements": grouped[code]}
        for code, title in SECTIONS.items()
        if code in grouped
    ]
    return {
        "next": [one for one in told if one["code"] in NEXT],
        "others": [one for one in told if one["code"] not in NEXT],
    }


def disagreements(listed):
    """Give each question on which bodies differ, with their stances in words."""
    return [
        {**one, "positions": [{**side, "stands": STANCES.get(side["stance"], "")} for side in one["positions"]]}
        for one in listed
    ]


def references(listed):
    """Give the references, each with the key under which it is kept as printed: its number and its code."""
    return [{**work, "printed": f"{work['number']} {work['code']}"} for work in listed]


def _key(statements):
    return " ".join(statement["code"] for statement in statements)
