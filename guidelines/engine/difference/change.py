"""Changes: what two editions say differently of one row, and how changes are gathered for a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..canonical import Plain
from .gravity import CASE, CONTRAINDICATION, DOSE, EVIDENCE, RECOMMENDATION, WORDING


HEADINGS = {
    CONTRAINDICATION: "Contraindications, new, removed or changed",
    DOSE: "Doses",
    RECOMMENDATION: "Recommendations, alerts and who is meant",
    EVIDENCE: "Evidence and sources",
    WORDING: "Wording",
    CASE: "Worked patients",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two editions: where, how much it matters, and what it is in sentences."""

    place: str
    section: str
    code: str
    kind: str
    weight: str
    title: str
    sentences: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Give the name under which a page can be opened at this change."""
        return "-".join(part for part in ("change", self.section, self.code) if part)


def approvals_needed(changes: Iterable[Change]) -> int:
    """Count the approvals that changes need: two where a contraindication or a dose is among them, else one."""
    return 2 if any(change.weight in (CONTRAINDICATION, DOSE) for change in changes) else 1


def grouped(changes: Iterable[Change]) -> list[dict[str, Plain]]:
    """Give the changes as plain values for a page, under a heading for each weight that occurs."""
    listed = list(changes)
    return [
        {"weight": weight, "heading": heading, "changes": [_plain(one) for one in listed if one.weight == weight]}
        for weight, heading in HEADINGS.items()
        if any(one.weight == weight for one in listed)
    ]


def _plain(change: Change) -> Mapping[str, Plain]:
    told: dict[str, Plain] = {"place": change.place, "title": change.title, "kind": change.kind}
    return told | {"sentences": list(change.sentences), "anchor": change.anchor}
