"""The words of the pages: gathered from code and templates, merged into each language's catalogue, and compiled.

`make messages` does all three with Python and Django alone. Django turns a template into what can be searched like code.
"""

import ast
import re
import sys
from pathlib import Path

from django.utils.translation.template import templatize

from tests import catalogue


ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
CODE = ("advisor", "config", "guidelines")
ENGLISH, BORROWED = "en_GB", "advisor/accounts/wording.py"
# By the name that is called, the places of context, words and plural words among what it is called with.
CALLS = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}
TEXT = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
SAID = re.compile(rf"\b(?:_|n?p?gettext)\({TEXT}(?:, {TEXT})*(?:, ?count)?\)")


def gathered():
    """Return everything that is to be translated, by key, without translations."""
    found = {}
    for path in sorted(path for folder in CODE for path in (ROOT / folder).rglob("*.py")):
        if "migrations" not in path.parts:
            _keep(found, ast.parse(path.read_text()), path)
    for path in sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt"}):
        for call in SAID.findall(templatize(path.read_text())):
            _keep(found, ast.parse(call), path)
    for words, path in (*_of_models(), *_of_rules()):
        _add(found, ("", words, ""), path)
    return found


def _keep(found, tree, path):
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        places = CALLS.get(name.removesuffix("_lazy").removesuffix("_noop"))
        if places:
            said = ["" if place is None else _literal(call.args, place) for place in places]
            if said[1]:
                _add(found, tuple(said), path)


def _literal(args, place):
    said = args[place] if place < len(args) else None
    return said.value if isinstance(said, ast.Constant) and isinstance(said.value, str) else ""


def _of_models():
    """Yield what models call themselves, which Django says without a call of theirs."""
    from django.apps import apps

    from guidelines import speech

    for table in apps.get_app_config("guidelines").get_models():
        for said in filter(None, speech.words([table])):
            yield str(said), ROOT / f"{table.__module__.replace('.', '/')}.py"


def _of_rules():
    """Yield what the rules of readiness say, each in its docstring."""
    from guidelines.readiness import RULES

    for rule in RULES:
        yield rule.message, ROOT / f"{type(rule).__module__.replace('.', '/')}.py"


def _add(found, key, path):
    found.setdefault(key, catalogue.Message(key)).places.add(path.relative_to(ROOT).as_posix())


def wanted(language):
    """Return what the catalogue of a language holds: in English, which pages speak anyway, only what libraries say otherwise."""
    found = gathered()
    return {key: said for key, said in found.items() if BORROWED in said.places} if language == ENGLISH else found


def languages():
    """Return the path of each language's catalogue, by its code."""
    return {path.parent.parent.name: path for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))}


def merged(kept, fresh):
    """Return the messages that there are now with the translations that are kept; new ones empty, old ones gone."""
    for key, message in fresh.items():
        if key in kept:
            message.strings, message.fuzzy = kept[key].strings, kept[key].fuzzy
    return fresh


def main():
    """Gather, merge and compile for every language, and say what is left to be translated."""
    for language, path in languages().items():
        messages = merged(catalogue.read(path.read_text()), wanted(language))
        path.write_text(catalogue.written(messages, language))
        path.with_suffix(".mo").write_bytes(catalogue.compiled(messages, language))
        empty = [message.key for message in messages.values() if not all(message.strings or ("",))]
        sys.stdout.write(f"{path.relative_to(ROOT)}: {len(messages)} messages, {len(empty)} to be translated\n")
        sys.stdout.writelines(f"  {key}\n" for key in empty)


if __name__ == "__main__":
    import django

    django.setup()
    main()
