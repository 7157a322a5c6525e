"""Amounts: the promises of a case about numbers: doses, cells of a dose table, and values that are worked out."""

from collections.abc import Mapping

from .canonical import Plain
from .kept import Kept, each, number, tables


KEYS = {"max": "maximum"}


def dose(kept: Kept, wanted: str) -> str:
    """Check the dose printed first for a treatment."""
    code, _, rest = wanted.partition(" ")
    doses = tables(kept.option(code)["dose"])
    return _unlike(doses[0], rest) if doses else "no dose is printed"


def also(kept: Kept, wanted: str) -> str:
    """Check that exactly one dose is printed besides the first, and that it has these numbers."""
    code, _, rest = wanted.partition(" ")
    besides = tables(kept.option(code)["dose"])[1:]
    return _unlike(besides[0], rest) if len(besides) == 1 else f"{len(besides) or 'no'} other doses are printed"


def only_one(kept: Kept, wanted: str) -> str:
    """Check that one dose is printed and no other besides."""
    return each(wanted, lambda code: "" if len(tables(kept.option(code)["dose"])) == 1 else "not one dose is printed")


def no_dose(kept: Kept, wanted: str) -> str:
    """Check that no dose is printed for any of the treatments."""
    return each(wanted, lambda code: "a dose is printed" if kept.option(code)["dose"] else "")


def note(kept: Kept, wanted: str) -> str:
    """Check that the note of a printed dose says these words."""
    code, _, words = wanted.partition(" ")
    found = [str(one["note"]) for one in tables(kept.option(code)["dose"])]
    return "" if any(words in said for said in found) else f"the notes say: {' '.join(found) or 'nothing'}"


def cell(kept: Kept, wanted: str) -> str:
    """Check what the printed dose table gives instead of a normal daily dose. Raises ValueError where it cannot be read."""
    code, normal, gives = wanted.split()
    cells = [cell for one in tables(kept.option(code)["dose"]) for cell in tables(one["cells"])]
    found = [_span(one) for one in cells if one["normal"] == float(normal)]
    return "" if gives in found else f"the table gives {', '.join(found) or 'nothing'}"


def derived(kept: Kept, wanted: str) -> str:
    """Check a value that is worked out, or that there is none. Raises LookupError where nothing is worked out."""
    code, _, value = wanted.partition(" ")
    worked_out = kept.given["derived"]
    told = worked_out.get(code) if isinstance(worked_out, Mapping) else None
    if not isinstance(told, Mapping):
        raise LookupError(code)
    if value in ("refused", "unknown"):
        holds = bool(told["refusal"]) if value == "refused" else told["value"] is None and not told["refusal"]
        return "" if holds else f"it is {told['text']}"
    known = told["value"]
    same = abs(known - float(value)) < 1e-9 if isinstance(known, int | float) else known == value
    return "" if same else f"it is {known}"


def _unlike(printed: Mapping[str, Plain], wanted: str) -> str:
    words = wanted.split()
    pairs = zip(words[::2], words[1::2], strict=True)
    return "; ".join(f"{key} is {_printed(printed, key)}" for key, value in pairs if _printed(printed, key) != value)


def _printed(printed: Mapping[str, Plain], key: str) -> str:
    value = printed.get(KEYS.get(key, key))
    return "-".join(number(part) for part in value) if isinstance(value, list) else number(value)


def _span(cell: Mapping[str, Plain]) -> str:
    return "-".join(dict.fromkeys(number(cell[end]) for end in ("low", "high")))
