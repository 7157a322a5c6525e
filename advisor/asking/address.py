"""Addresses: where what is quoted stands, seen from the page of its edition."""

from collections import OrderedDict
from collections.abc import Iterable

from advisor.article import place
from advisor.search.passage import CARE, DISAGREEMENT, DOSE, EFFECT, STATEMENT, WARNING, passages
from guidelines.library import Reading

from .heading import Heading
from .quote import Passage
from .row import Kind


STANDS = {
    Kind.STATEMENT: STATEMENT,
    Kind.DOSE: DOSE,
    Kind.CONTRAINDICATION: WARNING,
    Kind.INTERACTION: WARNING,
    Kind.EFFECT: EFFECT,
    Kind.MONITORING: CARE,
    Kind.SAFETY: CARE,
    Kind.DISAGREEMENT: DISAGREEMENT,
}
OF_TREATMENT = {Kind.TREATMENT, Kind.LABELLING, Kind.FORM, Kind.TRIAL, Kind.STOPPING, Kind.STRENGTH}
HEADINGS = {"disagreement": "#disagreement-", "section": "#"}
OPENING = "introduction"
MOST_KEPT = 8

_kept: OrderedDict[str, dict[tuple[str, str], list[str]]] = OrderedDict()


def passage(one: Passage, reading: Reading) -> str:
    """Say where a passage stands; nothing where no page shows it. A rule stands with the treatment it was asked of."""
    if one.kind in OF_TREATMENT:
        return place.address(one.code)
    options = {option.code: option.treatment for option in reading.compiled.rulebook.options}
    if one.kind == Kind.OPTION:
        return place.address(options[one.code])
    found = _places(reading).get((STANDS.get(Kind(one.kind), ""), one.code)) or _panels(one, reading)
    return _nearest(found, [place.address(code) for code in one.treatments])


def heading(one: Heading) -> str:
    """Say where what a heading names stands."""
    if one.kind == "treatment":
        return place.address(one.code)
    return "#bottom_line" if one.code == OPENING else HEADINGS[one.kind] + one.code


def _nearest(found: list[str], pages: Iterable[str]) -> str:
    own = [address for page in pages for address in found if address.startswith(page)]
    return (own or found or [""])[0]


def _panels(one: Passage, reading: Reading) -> list[str]:
    """Give the disagreements in which a position is a side."""
    panels = reading.compiled.rulebook.disagreements
    return [f"#disagreement-{panel.code}" for panel in panels if one.kind == "position" and one.code in panel.positions]


def _places(reading: Reading) -> dict[tuple[str, str], list[str]]:
    if reading.sha256 not in _kept:
        found: dict[tuple[str, str], list[str]] = {}
        for one in passages(reading):
            found.setdefault((one.kind, one.code), []).append(one.address)
        _kept[reading.sha256] = found
        if len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return _kept[reading.sha256]
