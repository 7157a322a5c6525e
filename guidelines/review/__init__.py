"""Review: the only pen for editions, review steps and comments; each act is one transaction with its ledger entry."""

from .decision import approve, send_back, take, withdraw
from .objection import objections
from .person import Person, Seen, Signature
from .refusal import Failing, Refused, Unchanged, Unready
from .remark import comment, resolve
from .step import status
from .submission import submit


__all__ = (
    "Failing",
    "Person",
    "Refused",
    "Seen",
    "Signature",
    "Unchanged",
    "Unready",
    "approve",
    "comment",
    "objections",
    "resolve",
    "send_back",
    "status",
    "submit",
    "take",
    "withdraw",
)
