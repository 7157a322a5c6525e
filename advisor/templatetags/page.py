"""What pages need beyond Django's tags: citations and their numbers, kept fragments, what awaits review."""

from collections import OrderedDict

from django import template
from django.template.loader import get_template
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext

from advisor.sheet import citation
from guidelines import queue

from .language import content


register = template.Library()

# Stands around a reference's code until the numbers of the page are known; no content may hold it (engine: decoding).
SIGN = "\x00"
# Stands in a fragment where what is told of each patient goes.
GAP = "\x01"
MOST_FRAGMENTS = 6000

_fragments = OrderedDict()


@register.simple_tag
def waiting():
    """Print how many editions await review, as the header shows it."""
    count = queue.count()
    shown = ' ({}<span class="visually-hidden"> {}</span>)'
    return format_html(shown, count, gettext("to review")) if count else ""


@register.filter
def cited(sources):
    """Print sources: references as numbers to be filled in, everything else in words."""
    return mark_safe(" ".join(_cited(code, words) for code, words in citation.grouped(sources)))


def _cited(code, words):
    told = format_html('<span class="citation-words">({})</span>', words) if words else ""
    return f"{SIGN}{escape(code)}{SIGN} {told}".rstrip() if code else told


@register.filter
def marked(segments):
    """Print pieces of text, those that were looked for as marked."""
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", text) if hit else text,) for text, hit in segments)
    )


@register.simple_tag
def fragment(name, edition, key, value, told=""):
    """Render a component that depends on its edition alone, once per edition, key, language and process.

    `told` are words of the content about one patient: the component has a place for them, and they are filled in anew.
    """
    place = (name, edition, key, bool(told), get_language())
    kept = _fragments.get(place)
    if kept is None:
        rendered = get_template(f"components/{name}.html").render({name: value, "told": GAP if told else ""})
        # A template's indentation is a third of what would travel; no component has text in which it matters.
        kept = _fragments[place] = mark_safe(" ".join(rendered.split()))
        if len(_fragments) > MOST_FRAGMENTS:
            _fragments.popitem(last=False)
    return mark_safe(kept.replace(GAP, conditional_escape(content(told)))) if told else kept


@register.tag
def numbered(parser, token):
    """Fill in the numbers of the references within: {% numbered sheet.references %} … {% endnumbered %}.

    Where the references are listed on another page, its address follows.
    """
    references, *listed = [parser.compile_filter(part) for part in token.split_contents()[1:]]
    inside = parser.parse(("endnumbered",))
    parser.delete_first_token()
    return Numbered(references, inside, *listed)


class Numbered(template.Node):
    """A part of a page whose citations become links to its references."""

    def __init__(self, references, inside, listed=None):
        self.references = references
        self.inside = inside
        self.listed = listed

    def render(self, context):
        """Render what is inside and put a link for every code; the first of each can be linked back to."""
        listed = self.references.resolve(context)
        page = escape(self.listed.resolve(context)) if self.listed else ""
        links = {
            item["code"]: f'<a class="citation" href="{page}#ref-{item["number"]}">[{item["number"]}]</a>'
            for item in listed
        }
        firsts = {item["code"]: f'<span id="cite-{item["number"]}">{links[item["code"]]}</span>' for item in listed}
        parts = self.inside.render(context).split(SIGN)
        for place in range(1, len(parts), 2):
            code = parts[place]
            parts[place] = firsts.pop(code, None) or links.get(code, code)
        return "".join(parts)
