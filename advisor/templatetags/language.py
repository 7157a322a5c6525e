"""Content among the words of a page: marked with its own language where the page is in another one."""

import re

from django import template
from django.utils.formats import get_format
from django.utils.html import conditional_escape, format_html
from django.utils.translation import get_language


register = template.Library()

# The language of content whose edition does not say.
CONTENT = "en"
# Thousands as English content marks them; a reader of another notation would take the comma for a decimal sign.
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
NARROW_SPACE = "\u202f"


@register.filter
def content(text, language=CONTENT):
    """Print words of the content, marked with their language where the page speaks another."""
    if not text or speaks(language):
        return text
    return format_html('<span lang="{}">{}</span>', language, legible(text))


@register.simple_tag
def content_language(language=CONTENT):
    """Print the attribute of an element that holds nothing but content: {% content_language %}."""
    return "" if speaks(language) else format_html('lang="{}"', language)


def speaks(language):
    """Tell whether the page is in this language, whatever its region."""
    return (get_language() or "").partition("-")[0] == (language or CONTENT).partition("-")[0]


def legible(text):
    """Escape a text, its thousands marked so that nobody can read them as decimals."""
    escaped = conditional_escape(text)
    if get_format("DECIMAL_SEPARATOR") != ",":
        return escaped
    return type(escaped)(THOUSANDS.sub(NARROW_SPACE, escaped))
