"""Page, print and PDF of one sheet say the same: every statement, dose, reason, effect and citation is in all of them."""

import html
import re

import pytest
from django.template.loader import render_to_string

from advisor.sheet import citation
from tests.unit.advisor.paper import desk
from tests.unit.advisor.paper.desk import squeezed


PATIENTS = [("neuropathy", "V30"), ("neuropathy", "V01"), ("neuropathy", "V11"), ("gout", "A01")]


def page(template, made, **shown):
    """Render a page as the view does, and give its text."""
    told = render_to_string(template, {"sheet": made, "witness": desk.WITNESS, **shown})
    article = re.search(r'<article class="sheet">.*</article>', told, re.DOTALL).group()
    return squeezed(html.unescape(re.sub(r"<[^>]+>", " ", article)))


def cited(sources, numbers):
    """Spell the citations of a rule out, as every medium must show them."""
    found = (
        (f"[{numbers[code]}]" if code else "") + (f"({words})" if words else "")
        for code, words in citation.grouped(sources)
    )
    return "".join(found)


def ruled(value):
    """Give every table of a sheet that rests on sources, wherever it stands."""
    if isinstance(value, dict):
        if "sources" in value and not value.get("rows"):
            yield value
        for inner in value.values():
            yield from ruled(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from ruled(inner)


def sentences(made):
    """Say in squeezed words what must be in every medium: each rule with its citations, each dose, each reference."""
    numbers = {work["code"]: work["number"] for work in made["references"]}
    for item in ruled(made):
        last = item.get("action") or item.get("note") or item.get("text") or ""
        yield squeezed(f"{last}{cited(item['sources'], numbers)}")
        for part in ("text", "reading", "estimate", "facts", "finding", "body", "people"):
            yield squeezed(str(item.get(part) or ""))
    for card in (card for line in [*made["lines"], {"treatments": made["measures"]}] for card in line["treatments"]):
        yield from (squeezed(line["words"]) for dose in card["doses"] for line in dose["lines"])
        yield from (squeezed(card["background"][part]) for part in ("summary", "trial", "stopping", "labelling"))
    yield from (squeezed(work["title"]) for work in made["references"])
    yield from (squeezed(item["words"]) for item in [*made["patient"]["told"], *made["patient"]["derived"]])


@pytest.mark.parametrize(("guideline", "patient"), PATIENTS)
def test_everything_on_the_page_is_in_the_print_and_in_the_pdf(guideline, patient):
    made = desk.told(guideline, patient)
    media = {
        "page": page("advisor/recommendation.html", made),
        "print": page("advisor/print.html", made, frame=desk.blocks(made)["frame"]),
        "PDF": desk.body(desk.pdf(made), made),
    }
    wanted = set(sentences(made))
    assert len(wanted) > 100
    missing = {name: [said for said in wanted if said not in text] for name, text in media.items()}
    assert missing == {"page": [], "print": [], "PDF": []}
