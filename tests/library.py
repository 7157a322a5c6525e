"""Editions to read without a database: packages made ready as the library hands them out, but for their record."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guidelines import assembly, packages
from guidelines.engine import document
from guidelines.engine.compilation import Compiled, compiled
from tests import gout
from tests.factories import guideline


SHIPPED = Path(__file__).resolve().parent.parent / "guidelines" / "content" / "neuropathy"


@dataclass(frozen=True)
class Shelf:
    """What an edition's pages are made of."""

    slug: str
    compiled: Compiled
    sha256: str


@cache
def shipped():
    """The content that ships."""
    return _read(SHIPPED)


@cache
def second():
    """The second guideline, of another specialty."""
    return _read(gout.PACKAGE)


@cache
def hiccups():
    """The made-up guideline."""
    return _of(guideline.content())


def _read(package):
    return _of(assembly.settled(document.written(document.read(packages.read(package)))))


def _of(plain):
    return Shelf(plain["guideline"]["slug"], compiled(document.read(plain)), document.digest(plain))
