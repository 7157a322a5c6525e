"""The document: a rulebook as plain values with a format number and a digest, and back, losslessly."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass

from . import canonical, soundness
from .canonical import Plain
from .decoding import Decoder, Fault
from .rulebook import Rulebook


FORMAT = 1


class Unreadable(ValueError):
    """A document that is no rulebook; `faults` lists everything wrong with it."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def read(plain: Mapping[str, Plain]) -> Rulebook:
    """Read a document as a rulebook. Raises Unreadable with every fault of form, reference or dose band."""
    rulebook = shaped(plain)
    faults = soundness.faults(rulebook)
    if faults:
        raise Unreadable(faults)
    return rulebook


def shaped(plain: Mapping[str, Plain]) -> Rulebook:
    """Read a document without asking whether its parts fit together. Raises Unreadable with every fault of form."""
    decoder = Decoder()
    if plain.get("format") != FORMAT:
        decoder.fault("format", f"must be {FORMAT}; this software reads no other format.")
        raise Unreadable(decoder.faults)
    rulebook = decoder.record(Rulebook, {key: value for key, value in plain.items() if key != "format"}, "document")
    if not isinstance(rulebook, Rulebook):
        raise Unreadable(decoder.faults)
    return rulebook


def written(rulebook: Rulebook) -> dict[str, Plain]:
    """Write a rulebook as a document; what may be left out and is empty is left out."""
    return {"format": FORMAT} | _table(rulebook)


def digest(plain: Mapping[str, Plain]) -> str:
    """Hash a document: SHA-256 over its canonical JSON."""
    return canonical.digest(plain)


def _table(record: object) -> dict[str, Plain]:
    pairs = ((part.name, getattr(record, part.name), part.default) for part in fields(record))  # type: ignore[arg-type]
    return {name: _plain(value) for name, value, default in pairs if default is MISSING or value not in (None, default)}


def _plain(value: object) -> Plain:
    if is_dataclass(value):
        return _table(value)
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return canonical.number(value)
    return str(value)
