"""The ledger: one entry for every act, and tree heads over batches of them; the application never reads it to decide."""

from .entry import Actor, append, leaf
from .head import Broken, newest, seal, seal_all


__all__ = ["Actor", "Broken", "append", "leaf", "newest", "seal", "seal_all"]
