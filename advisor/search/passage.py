"""Passages: each thing that an edition says, with its words, the other words by which people ask, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.article import content
from advisor.article.place import address


TREATMENT, STATEMENT, DOSE, WARNING = "treatment", "statement", "dose", "warning"
EFFECT, CARE, DISAGREEMENT, REFERENCE = "effect", "care", "disagreement", "reference"

LONGEST_SNIPPET = 220

Segment = tuple[str, bool]
"""A piece of text, and whether it is one of the words looked for."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing that an edition says; its address is seen from the page of the edition."""

    kind: str
    code: str
    title: str
    text: str
    address: str
    names: str = ""

    @property
    def beginning(self) -> tuple[Segment, ...]:
        """Give how it begins, with nothing looked for in it."""
        text = self.text
        return ((text if len(text) <= LONGEST_SNIPPET else f"{text[:LONGEST_SNIPPET]}…", False),)


def passages(reading) -> tuple[Passage, ...]:
    """Return every passage of an edition, in the order of its pages."""
    article = content.of(reading)
    names = _Names(reading.compiled)
    found = [
        *_statements(article, names),
        *(_disagreement(one) for one in article["disagreements"]),
        *(_reference(one) for one in article["references"]),
    ]
    for told in content.treatments(reading).values():
        found += _of_treatment(told, names)
    return tuple(found)


class _Names:
    """The other words for treatments and for groups of people, from the synonyms of an edition."""

    def __init__(self, book):
        self.book = book
        self.drugs = {rules.treatment.code: rules.treatment.drug for rules in book.rules}
        self.classes = {group.code: frozenset(group.members) for group in book.rulebook.drug_classes}
        self.groups = {said.code: said.population for said in book.rulebook.statements}

    def of_treatment(self, code):
        """Give the words that mean a treatment, its drug or a class of it."""
        drug = self.drugs[code]
        return "; ".join(
            term for one in self.book.rulebook.synonyms if self._means(one, code, drug) for term in one.terms
        )

    def of_statement(self, code):
        """Give the words that mean the people of whom a statement speaks."""
        group = self.groups[code]
        return "; ".join(
            term for one in self.book.rulebook.synonyms if group and group in one.populations for term in one.terms
        )

    def _means(self, one, code, drug):
        classes = [self.classes[group] for group in one.drug_classes if group in self.classes]
        return code in one.treatments or bool(drug) and (drug in one.drugs or any(drug in group for group in classes))


def _statements(article, names) -> Iterator[Passage]:
    listed = [("", article["bottom_line"])] + [(one["title"], one["statements"]) for one in article["sections"]]
    for title, statements in listed:
        for one in statements:
            told = _joined(one["text"], one["finding"])
            aside = _joined(one["whom"], names.of_statement(one["code"]))
            yield Passage(STATEMENT, one["code"], str(title), told, f"#statement-{one['code']}", aside)


def _disagreement(one) -> Passage:
    sides = (_joined(side["body"], side["year"], side["people"], side["text"]) for side in one["positions"])
    told = _joined(one["summary"], *sides)
    return Passage(DISAGREEMENT, one["code"], one["question"], told, f"#disagreement-{one['code']}")


def _reference(one) -> Passage:
    told = _joined(
        one["authors"], one["source"], str(one["year"] or ""), one["kind"], one["doi"], one["pmid"], one["note"]
    )
    return Passage(REFERENCE, one["code"], one["title"], told, f"#ref-{one['number']}", one["code"])


def _of_treatment(told, names) -> Iterator[Passage]:
    code, name, page = told["code"], told["name"], address(told["code"])
    called = _joined(*told["names"]["synonyms"], names.of_treatment(code))
    about = _joined(told["summary"], *(line["words"] for line in told["about"]))
    yield Passage(TREATMENT, code, name, about, page, _joined(called, *told["names"]["identifiers"]))
    for kind, row_code, title, words, anchor in (*_doses(told), *_warnings(told), *_effects(told), *_care(told)):
        yield Passage(kind, row_code, f"{name}: {title}", words, f"{page}#{anchor}", called)


def _doses(told):
    for axis in told["doses"]:
        for table in axis["tables"]:
            for row in table["rows"]:
                title = _joined(str(axis["title"]), row["whom"], joint=", ")
                words = _joined(table["title"], *row["amounts"], *row["ways"], joint="; ")
                yield DOSE, row["code"], title, words, f"dose-{row['code']}"


def _warnings(told):
    for group in (*told["conditions"], *told["interactions"]):
        for rule in group["rules"]:
            words = _joined(rule["reason"], rule["action"], rule["where"])
            yield WARNING, rule["code"], str(group["title"]), words, f"rule-{rule['code']}"


def _effects(told):
    for row in told["effects"]:
        yield EFFECT, row["code"], row["estimate"], _joined(row["reading"], row["note"]), f"effect-{row['code']}"


def _care(told):
    for group in (*told["monitoring"], *told["safety"]):
        for rule in group["rules"]:
            yield CARE, rule["rule"], str(group["title"]), rule["text"], f"known-{rule['rule']}"


def _joined(*parts: str, joint: str = " ") -> str:
    return joint.join(filter(None, parts))
