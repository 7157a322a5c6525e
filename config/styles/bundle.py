"""The one stylesheet: its parts in their order, and its text without comments and spare space."""

import re
from importlib import resources
from pathlib import Path

from config.styles import selection


CSS = Path(__file__).resolve().parent.parent.parent / "static" / "css"
BOOTSTRAP = Path(str(resources.files("bootstrap"))) / "static" / "bootstrap" / "css" / "bootstrap.min.css"

# What the pages and crispy's forms use of Bootstrap; a test looks through the templates for what is missing here.
CLASSES = frozenset(
    {"alert", "alert-danger", "alert-heading", "alert-info", "alert-success", "alert-warning"}
    | {
        "btn",
        "btn-outline-secondary",
        "btn-primary",
        "btn-sm",
        "container",
        "d-flex",
        "flex-wrap",
        "fs-6",
        "gap-2",
        "h4",
    }
    | {"form-check", "form-check-input", "form-check-label", "form-control", "form-label", "form-select", "form-text"}
    | {"invalid-feedback", "is-invalid", "m-0", "mark", "mb-3", "mt-3", "table", "table-sm", "visually-hidden"}
)
STRING = re.compile(r"(\"[^\"]*\")")


def sources():
    """Return the files that the stylesheet is made of, in their order."""
    return [BOOTSTRAP, CSS / "tokens.css", CSS / "site.css", *sorted((CSS / "components").glob("*.css"))]


def text():
    """Make the stylesheet; the same sources give the same text."""
    first, *own = (small(path.read_text(encoding="utf-8")) for path in sources())
    return selection.without_idle_variables(selection.select(first, CLASSES) + "".join(own))


def small(css):
    """Leave out comments, and space in which nothing is said; strings stay as they are."""
    parts = STRING.split(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    parts[::2] = (re.sub(r" ?([{};,>]) ?", r"\1", re.sub(r"\s+", " ", part)) for part in parts[::2])
    return "".join(parts).replace(";}", "}").strip()
