"""The rules of the house, about the code itself: sizes, openings, one pen each, and an engine without Django."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import rule


ROOT = Path(__file__).resolve().parent.parent
PRODUCT = ("config", "advisor", "guidelines")

# The longest a module may be, by where it stands; the first that fits counts.
MODULE_BUDGETS = (
    ("guidelines/engine/", 180),
    ("advisor/views/", 80),
    ("guidelines/admin/", 150),
    ("advisor/admin/", 150),
    ("advisor/accounts/admin/", 150),
    ("", 300),
)
FUNCTION_BUDGET, TEST_BUDGET = 25, 40

# Who alone writes what, by the name of the model: a module, or a folder of them.
PENS = {
    "Authorship": "guidelines/contribution.py",
    "Comment": "guidelines/review/",
    "Contribution": "guidelines/contribution.py",
    "Contributor": "guidelines/review/",
    "Edition": "guidelines/review/",
    "Resolution": "guidelines/review/",
    "ReviewStep": "guidelines/review/",
    "Stake": "guidelines/review/",
    "Entry": "guidelines/ledger/",
    "Leaf": "guidelines/ledger/",
    "TreeHead": "guidelines/ledger/",
    "Consultation": "advisor/record.py",
    "Acknowledgement": "advisor/record.py",
    "Recall": "advisor/record.py",
    "Response": "advisor/record.py",
    "Draft": "advisor/wizard/draft.py",
    "Settlement": "advisor/record.py",
}
WRITING = {"create", "bulk_create", "get_or_create", "update_or_create", "acreate", "update", "delete"}
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>|\sstyle=\"|\son[a-z]+=\"|<style", re.IGNORECASE
)


def modules(*folders):
    """Return the Python files under the folders, migrations aside."""
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return [path.relative_to(ROOT).as_posix() for path in found if "migrations" not in path.parts]


def parsed(module):
    return ast.parse((ROOT / module).read_text())


def functions(module):
    return [node for node in ast.walk(parsed(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@rule.of_every(modules(*PRODUCT, "tests"))
def test_no_module_is_over_its_budget(module):
    budget = next(lines for folder, lines in MODULE_BUDGETS if module.startswith(folder))
    assert len((ROOT / module).read_text().splitlines()) <= budget, "stop and split"


@rule.of_every(modules(*PRODUCT, "tests"))
def test_no_function_is_over_its_budget(module):
    budget = TEST_BUDGET if module.startswith("tests/") else FUNCTION_BUDGET
    long = [f"{f.name}, line {f.lineno}" for f in functions(module) if f.end_lineno - f.lineno + 1 > budget]
    assert not long, f"stop and split at {budget} lines"


@rule.of_every([m for m in modules(*PRODUCT, "tests") if (ROOT / m).read_text().strip()])
def test_every_module_opens_with_a_sentence_about_its_subject(module):
    opening = ast.get_docstring(parsed(module)) or ""
    assert opening.splitlines()[:1], "say in one sentence what it is about"


@rule.of_every(modules(*PRODUCT))
def test_no_module_is_named_after_its_kind_of_code(module):
    vague = {"utils", "helpers", "common", "misc", "services", "managers", "base", "data", "info", "handlers"}
    assert Path(module).stem not in vague


@rule.of_every(modules("advisor", "guidelines"))
def test_each_record_has_one_pen(module):
    written = {name for name in models_written_in(parsed(module)) if not module.startswith(PENS.get(name, ""))}
    assert not written, f"only {', '.join(PENS[name] for name in written)} may write these"


def models_written_in(tree):
    """Yield the names of the models that a module makes or changes rows of."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = ast.unparse(call.func)
        made = re.fullmatch(r"(?:\w+\.)*([A-Z]\w*)", name)
        changed = re.fullmatch(
            r"(?:\w+\.)*([A-Z]\w*)\.(?:_base_manager|_default_manager|objects)\b.*\.(\w+)", name, re.DOTALL
        )
        if made:
            yield made[1]
        elif changed and changed[2] in WRITING:
            yield changed[1]


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("Edition(number=1).save()", ["Edition"]),
        ("models.Edition.objects.create(number=1)", ["Edition"]),
        ("Entry.objects.filter(pk=1).update(a=2)", ["Entry"]),
        ("Edition.objects.filter(pk=1).first()", []),
    ],
)
def test_the_check_for_pens_sees_what_it_should(code, written):
    assert [name for name in models_written_in(ast.parse(code)) if name in PENS] == written


def test_the_engine_imports_without_django():
    """In a fresh interpreter, so that nothing another test imported can hide it."""
    names = [m.removesuffix(".py").replace("/", ".") for m in modules("guidelines/engine") if "__init__" not in m]
    code = f"import sys, importlib; [importlib.import_module(n) for n in {names!r}]; sys.exit('django' in sys.modules)"
    outcome = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr or "the engine imported Django"


@rule.of_every(sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "templates").rglob("*.html")))
def test_no_template_has_inline_script_or_style(template):
    assert not INLINE.search((ROOT / template).read_text()), "it would break the strict content security policy"


def test_nothing_is_loaded_from_another_host():
    texts = [
        p
        for folder in ("templates", "static")
        for p in (ROOT / folder).rglob("*")
        if p.suffix in {".html", ".css", ".js"}
    ]
    loaded = re.compile(r"(?:src|href)=\"https?://|url\(['\"]?https?://|@import")
    links_out = [p.name for p in texts if loaded.search(re.sub(r"<a\b[^>]*>", "", p.read_text()))]
    assert not links_out
