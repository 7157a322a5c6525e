"""The one stylesheet: nothing that a page uses is missing, and nothing in it changes by being made again."""

import gzip
import re
from pathlib import Path

import crispy_bootstrap5
import pytest

from config.styles import bundle


ROOT = Path(__file__).resolve().parents[4]
CRISPY = Path(crispy_bootstrap5.__file__).parent / "templates"
# What crispy makes of the forms here: fields one below the other, their errors and their help.
FILLED = ("errors.html", "layout/field_errors.html", "layout/help_text.html", "layout/radio_checkbox_select.html")
ATTRIBUTE = re.compile(r"class=[\"']([^\"']*)|\"class\": \"([^\"]*)|css_class=\"([^\"]*)")
# Named by crispy for forms that are not laid out so here, and by the product for itself.
OTHER = {"form-check-inline", "small", "text-danger"}


def named(path):
    """The words in what a file gives as classes, whichever branch is taken."""
    for groups in ATTRIBUTE.findall(path.read_text(encoding="utf-8")):
        yield from re.findall(r"[A-Za-z][\w-]*", " ".join(groups))


def written():
    own = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "advisor").rglob("*.py")]
    return [*own, *(CRISPY / "bootstrap5" / name for name in FILLED)]


def test_every_class_of_bootstrap_that_a_page_names_is_kept():
    known = set(re.findall(r"\.([A-Za-z][\w-]*)", bundle.BOOTSTRAP.read_text(encoding="utf-8")))
    used = {name for path in written() for name in named(path)} & known
    assert used - bundle.CLASSES - OTHER == set(), "add it to CLASSES"


def test_every_component_is_in_it():
    text = bundle.text()
    missing = [path.name for path in bundle.sources()[2:] if bundle.small(path.read_text(encoding="utf-8")) not in text]
    assert missing == []


def test_it_is_the_same_when_made_again_and_small_on_the_wire():
    assert bundle.text() == bundle.text()
    assert len(gzip.compress(bundle.text().encode())) < 16_000


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("/* why */\np {\n  top: 0;\n}\n", "p{top: 0}"),
        ('p::after { content: ", {a} "; }', 'p::after{content: ", {a} "}'),
        ("a > b, c { top: calc(1px + 2px) }", "a>b,c{top: calc(1px + 2px)}"),
    ],
)
def test_only_space_and_comments_go(css, kept):
    assert bundle.small(css) == kept
