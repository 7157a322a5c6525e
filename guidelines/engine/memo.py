"""Memos: what was worked out once is not worked out again."""

from collections.abc import Callable
from typing import TypeVar


Key = TypeVar("Key")
Value = TypeVar("Value")


class Memo(dict[Key, Value]):
    """Everything worked out so far; to ask for something else is to work it out."""

    __slots__ = ("_work",)

    def __init__(self, work: Callable[[Key], Value]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: Key) -> Value:
        found = self[key] = self._work(key)
        return found
