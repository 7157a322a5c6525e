"""What a case's promises are held against: its patient and the advice given, and how an editor's words are taken apart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .canonical import Plain
from .patient import Patient


Check = Callable[["Kept", str], str]
"""How one kind of promise is checked: nothing when it holds, else what the advice says instead."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A patient and the advice given, against which promises are checked."""

    patient: Patient
    given: Mapping[str, Plain]

    def rows(self, section: str) -> list[Mapping[str, Plain]]:
        """Give the tables of one section of the advice."""
        return tables(self.given[section])

    def option(self, code: str) -> Mapping[str, Plain]:
        """Give one treatment's place in the advice. Raises LookupError when there is no such treatment."""
        found = next((row for row in self.rows("options") if row["code"] == code), None)
        if found is None:
            raise LookupError(code)
        return found

    def has(self, section: str, key: str, code: str) -> bool:
        """Say whether a section has a table with this code."""
        return any(row[key] == code for row in self.rows(section))


def tables(listed: Plain) -> list[Mapping[str, Plain]]:
    """Give the tables of a list."""
    return [row for row in listed if isinstance(row, Mapping)] if isinstance(listed, list) else []


def codes(wanted: str) -> list[str]:
    """Take a list of codes apart."""
    return [part.strip() for part in wanted.split(",") if part.strip()]


def each(wanted: str, test: Callable[[str], str]) -> str:
    """Check every code of a list, and join what is said against them."""
    return "; ".join(said for said in (test(code) for code in codes(wanted)) if said)


def number(value: Plain) -> str:
    """Print a number as an editor writes it."""
    return f"{value:g}" if isinstance(value, int | float) else str(value)
