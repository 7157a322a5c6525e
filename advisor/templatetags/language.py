"""Content among the words of a page: marked with its own language where the page is in another one."""

from django import template
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.translation import get_language

from advisor import numeral
from guidelines.parlance import CONTENT_TAG


register = template.Library()


@register.filter
def content(text, language=CONTENT_TAG):
    """Print words of the content, marked with their language where the page speaks another.

    Not for words among which stand numbers in the reader's notation; such an element takes the attribute alone. Words
    that are still to be translated are the page's own.
    """
    if not text or isinstance(text, Promise) or speaks(language):
        return text
    return format_html('<span lang="{}">{}</span>', language or CONTENT_TAG, legible(text))


@register.simple_tag
def content_language(language=CONTENT_TAG):
    """Print the attribute of an element that holds nothing but content: {% content_language %}."""
    return "" if speaks(language) else format_html('lang="{}"', language)


@register.filter("spoken")
def speaks(language):
    """Tell whether the page is in this language, whatever its region."""
    return (get_language() or "").partition("-")[0] == (language or CONTENT_TAG).partition("-")[0]


def legible(text):
    """Escape a text, its thousands marked so that nobody can read them as decimals."""
    escaped = conditional_escape(text)
    return type(escaped)(numeral.ungrouped(escaped))
