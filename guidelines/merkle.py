"""The Merkle tree of RFC 9162: its root over a list of leaves, how it grows, and the two proofs about it, as pure values."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


# The bytes that keep a leaf from passing for a node (RFC 9162, section 2.1.1).
LEAF, NODE = b"\x00", b"\x01"


def leaf(content: bytes) -> bytes:
    """Return the hash of a leaf."""
    return hashlib.sha256(LEAF + content).digest()


def node(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node over its two children."""
    return hashlib.sha256(NODE + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """The right edge of a tree: the roots of its full subtrees, the largest first. All that its growth needs."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an edge that no tree of this size has. Raises ValueError."""
        if len(self.peaks) != self.size.bit_count():
            raise ValueError(f"A tree of {self.size} leaves has {self.size.bit_count()} full subtrees.")

    def grown(self, leaves: Iterable[bytes]) -> "Frontier":
        """Return the edge after some leaf hashes were added, at the cost of one node each."""
        size, peaks = self.size, list(self.peaks)
        for added in leaves:
            height, top = size, added
            while height & 1:
                top = node(peaks.pop(), top)
                height >>= 1
            peaks.append(top)
            size += 1
        return Frontier(size, tuple(peaks))

    def root(self) -> bytes:
        """Return the root of the tree."""
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        top = self.peaks[-1]
        for left in reversed(self.peaks[:-1]):
            top = node(left, top)
        return top


def root(leaves: Sequence[bytes]) -> bytes:
    """Return the root over some leaf hashes."""
    return Frontier().grown(leaves).root()


def inclusion(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Return the proof that a leaf is one of these (section 2.1.3.1). Raises ValueError for an index beyond them."""
    if not 0 <= index < len(leaves):
        raise ValueError(f"There is no leaf {index} in a tree of {len(leaves)}.")
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*inclusion(index, leaves[:split]), root(leaves[split:])]
    return [*inclusion(index - split, leaves[split:]), root(leaves[:split])]


def consistency(size: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Return the proof that the tree over the first leaves is a prefix of the whole (section 2.1.4.1).

    Raises ValueError for a size that is not from 1 to that of the whole.
    """
    if not 1 <= size <= len(leaves):
        raise ValueError(f"A tree of {size} leaves is no part of one of {len(leaves)}.")
    return _consistency(size, leaves, whole=True)


def includes(proof: Sequence[bytes], *, index: int, leaf: bytes, size: int, root: bytes) -> bool:
    """Tell whether a proof shows that a leaf stands at this place in the tree with this root (section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, top = index, size - 1, leaf
    for beside in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            top = node(beside, top)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            top = node(top, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and top == root


def extends(proof: Sequence[bytes], *, first: tuple[int, bytes], second: tuple[int, bytes]) -> bool:
    """Tell whether a proof shows that the tree of one size and root is a prefix of another (section 2.1.4.2)."""
    (size, before), (whole, after) = first, second
    if not 1 <= size <= whole:
        return False
    if size == whole:
        return not proof and before == after
    path = [before, *proof] if size.bit_count() == 1 else list(proof)
    return bool(path) and _climbed(path, size, whole) == (before, after)


def _climbed(path: Sequence[bytes], size: int, whole: int) -> tuple[bytes, bytes] | None:
    place, last = size - 1, whole - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    older = newer = path[0]
    for beside in path[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            older, newer = node(beside, older), node(beside, newer)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            newer = node(newer, beside)
        place, last = place >> 1, last >> 1
    return (older, newer) if last == 0 else None


def _consistency(size: int, leaves: Sequence[bytes], *, whole: bool) -> list[bytes]:
    if size == len(leaves):
        return [] if whole else [root(leaves)]
    split = _split(len(leaves))
    if size <= split:
        return [*_consistency(size, leaves[:split], whole=whole), root(leaves[split:])]
    return [*_consistency(size - split, leaves[split:], whole=False), root(leaves[:split])]


def _split(size: int) -> int:
    # The largest power of two that is smaller than the size.
    return 1 << (size - 1).bit_length() - 1
