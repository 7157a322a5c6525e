"""The article: an edition as its reading pages show it, made of plain values once per edition."""

from .content import Unknown
from .masthead import find, newest, news
from .page import draft, page, treatment
from .policy import policy


__all__ = ["Unknown", "draft", "find", "newest", "news", "page", "policy", "treatment"]
