"""Who reviews: what a step keeps of them, what they had before their eyes, and how they sign."""

from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from guidelines import ledger, workflow

from .refusal import Refused


class Person(ledger.Actor, Protocol):
    """A user, with what a review step keeps of them."""

    @property
    def profession(self) -> str:
        """Tell the profession."""

    @property
    def declared_interests(self) -> str:
        """Tell the declared interests."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page showed of an edition when somebody decided: its digest, and the number of its newest step."""

    sha256: str
    number: int


@dataclass(frozen=True, slots=True)
class Signature:
    """What an approval means in the words that were signed, and how the signer proved to be themselves."""

    meaning: str
    how: str

    def __post_init__(self) -> None:
        """Refuse a signature that says nothing, or that nothing proves."""
        if not self.meaning.strip():
            raise Refused(_("Say what the signature means."))
        if self.how not in workflow.PROOFS:
            raise Refused(_("Sign with one of these: %s.") % ", ".join(workflow.PROOFS))
