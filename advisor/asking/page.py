"""The page of asking as plain values: the question, what is quoted with where it stands, and what to ask on with."""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from advisor.article import content, reference
from advisor.sheet import banner
from guidelines.library import Reading

from . import address, speech
from .answer import About, Answer, ask
from .quote import Passage
from .row import Kind


MOST_BEFORE = 3
KINDS = {
    Kind.DOSE: _("Dose"),
    Kind.STRENGTH: _("Strengths"),
    Kind.EFFECT: _("Effect"),
    Kind.CONTRAINDICATION: _("Contraindication or caution"),
    Kind.INTERACTION: _("Interaction"),
    Kind.MONITORING: _("Monitoring"),
    Kind.SAFETY: _("Safety"),
    Kind.STOPPING: _("Stopping"),
    Kind.TRIAL: _("Adequate trial"),
    Kind.LABELLING: _("Labels"),
    Kind.FORM: _("Form"),
    Kind.TREATMENT: _("Treatment"),
    Kind.OPTION: _("Place"),
    Kind.STATEMENT: _("Statement"),
    Kind.POSITION: _("What a body says"),
    Kind.DISAGREEMENT: _("Where the sources disagree"),
    Kind.ALERT: _("Alert"),
    Kind.CLASS: _("Class of medicines"),
    Kind.FACT: _("A question about the patient"),
    Kind.DERIVED: _("Worked out for this patient"),
    Kind.REFERENCE: _("Reference"),
    Kind.MAKER: _("Maker"),
    Kind.GUIDELINE: _("About the guideline"),
}


def blank(reading: Reading) -> dict[str, object]:
    """Return what the page shows before anything is asked."""
    return {"reading": reading, "banner": banner(reading.status, reading.withdrawal), "before": []}


def of(reading: Reading, typed: str, before: Sequence[str], *, about: About | None = None) -> dict[str, object]:
    """Return what the page shows after a question; one that cannot be read is given back with what to do about it."""
    shown = blank(reading)
    earlier = [one for one in before if speech.is_readable(one)][-MOST_BEFORE:]
    try:
        answer = ask(
            reading,
            typed,
            place=settings.DEFAULT_JURISDICTION,
            before=earlier,
            about=about,
            language=get_language() or "",
        )
    except speech.Unaskable as refusal:
        return shown | {"before": earlier, "typed": speech.printable(typed), "refused": str(refusal)}
    carried = {"before": [*earlier, answer.question][-MOST_BEFORE:]} if answer.answered else {"typed": answer.question}
    return shown | {"before": earlier} | carried | _told(answer, reading, own=about is not None)


def _told(answer: Answer, reading: Reading, *, own: bool) -> dict[str, object]:
    base = reverse("edition", args=[reading.slug, reading.number]) if own else reverse("guideline", args=[reading.slug])
    cited = reference.cited(source for one in answer.passages for source in one.sources)
    works = [{**work, "uncited": False} for work in content.of(reading)["references"] if work["code"] in cited]
    return {
        "answer": {
            "question": answer.question,
            "answered": answer.answered,
            "because": answer.because,
            "passages": [_passage(one, base, reading) for one in answer.passages],
            "headings": [{"title": one.title, "address": base + address.heading(one)} for one in answer.headings],
        },
        "references": works,
    }


def _passage(one: Passage, base: str, reading: Reading) -> Mapping[str, object]:
    there = address.passage(one, reading)
    return {
        "kind": KINDS[Kind(one.kind)],
        "title": one.title,
        "lines": one.lines,
        "sources": one.sources,
        "mark": one.mark,
        "aside": one.aside,
        "address": base + there if there else "",
    }
