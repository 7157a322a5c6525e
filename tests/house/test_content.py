"""Content is data: nothing that the product itself says names a drug or a disease of any guideline."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests import rule


ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (ROOT / "guidelines" / "content" / "neuropathy", ROOT / "tests" / "guidelines" / "gout")
PRODUCT = ("guidelines/engine", "advisor", "templates", "static")
WRITTEN = {".py", ".html", ".css", ".js", ".txt", ".typ"}

# Words of the content that mean something else too.
EVERYDAY = {"falls", "flare", "exercise", "observation"}


def files():
    found = (path for folder in PRODUCT for path in sorted((ROOT / folder).rglob("*")) if path.suffix in WRITTEN)
    return [path.relative_to(ROOT).as_posix() for path in found]


def rows(section):
    """Every row of a section in every package."""
    for package in PACKAGES:
        for file in sorted(package.glob("*.toml")):
            yield from tomllib.loads(file.read_text(encoding="utf-8")).get(section, [])


@cache
def names():
    """The names of drugs, classes and treatments, of what a list of conditions offers, and of the guidelines themselves."""
    found = {name for drug in rows("drugs") for name in (drug["code"], drug["name"], *drug.get("synonyms", ()))}
    found |= {
        row[key] for section in ("drug_classes", "treatments") for row in rows(section) for key in ("code", "name")
    }
    found |= {member["code"] for fact in rows("facts") for member in fact.get("members", ())}
    slugs = (tomllib.loads((package / "guideline.toml").read_text())["guideline"]["slug"] for package in PACKAGES)
    found |= {word for slug in slugs for word in slug.split("-")}
    return frozenset(name.lower().replace("_", " ") for name in found) - EVERYDAY


@cache
def named():
    longest_first = sorted(names(), key=len, reverse=True)
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, longest_first))})(?![a-z0-9])")


def found_in(text):
    return sorted(set(named().findall(text.lower().replace("_", " "))))


@rule.of_every(files())
def test_no_product_file_names_a_drug_or_a_disease(file):
    assert found_in((ROOT / file).read_text(encoding="utf-8")) == [], "say it in the content, not in the product"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("if drug == 'Naproxen':", ["naproxen"]),
        ("heart_failure = True", ["heart failure"]),
        ("title = 'Gout'", ["gout"]),
        ("the prednisolones", []),
        ("a red flag", []),
    ],
)
def test_the_check_sees_what_it_should(text, words):
    assert found_in(text) == words
