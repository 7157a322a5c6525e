"""Soundness: what a rulebook must satisfy to be read at all; codes resolve, populations do not circle, bands meet."""

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from . import bands, citation, grammar, inputs, vocabulary
from .decoding import Fault
from .formula import FORMULAS
from .rulebook import Rulebook


JURISDICTIONS = "jurisdiction"
UNSOURCED = "has no source; every rule has at least one."


def faults(rulebook: Rulebook) -> list[Fault]:
    """List everything that would make the rulebook ambiguous or dangling."""
    found = [*_twice(rulebook), *Codes(rulebook).faults(), *grammar.faults(rulebook), *vocabulary.faults(rulebook)]
    return found or [*inputs.faults(rulebook), *bands.faults(rulebook)]


class Codes:
    """Checks that every code which a row names is the code of a row of the right kind."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._book = rulebook
        self._found: list[Fault] = []
        self._drugs = codes(rulebook.drugs)
        self._classes = codes(rulebook.drug_classes)
        self._treatments = codes(rulebook.treatments)
        self._populations = codes(rulebook.populations)
        self._facts = codes(rulebook.facts)
        self._references = codes(rulebook.references)
        self._places = codes(one for fact in rulebook.facts if fact.code == JURISDICTIONS for one in fact.choices)

    def faults(self) -> list[Fault]:
        """List every dangling code and every rule without a source."""
        if not self._places:
            self._say("facts", f'must hold a choice "{JURISDICTIONS}": under whose labels the advice is given.')
        self._facts_resolve()
        self._catalogue_resolves()
        self._rules_resolve()
        self._evidence_resolves()
        self._asides_resolve()
        return self._found

    def _say(self, place: str, text: str) -> None:
        self._found.append(Fault(place, text))

    def _among(self, place: str, wanted: Iterable[str], known: AbstractSet[str], what: str) -> None:
        for code in wanted:
            if code and code not in known:
                self._say(place, f'names the {what} "{code}", which does not exist.')

    def _sourced(self, place: str, sources: tuple[str, ...]) -> None:
        if not sources:
            self._say(place, UNSOURCED)
        for source in sources:
            code, slash, how = source.partition("/")
            if slash and (how not in ("secondary", "unverified") or not citation.reference(code)):
                self._say(place, f'"{source}": only after a reference stands /secondary or /unverified.')
            if code == citation.EDITION:
                self._say(place, f'"{source}" is no source; name a reference, practice or editorial.')
        self._among(place, map(citation.reference, sources), self._references, "reference")

    def _facts_resolve(self) -> None:
        topics = codes(self._book.topics)
        for fact in self._book.facts:
            place = f"facts[{fact.code}]"
            self._among(place, [fact.topic], topics, "topic")
            self._among(place, [fact.asked_of], self._populations, "population")
            self._among(place, [part.fact for part in fact.inputs], self._facts, "fact")
            if fact.formula and fact.formula not in FORMULAS:
                self._say(place, f'names the formula "{fact.formula}"; there are {", ".join(FORMULAS)}.')
            elif fact.formula:
                needed = {*FORMULAS[fact.formula].needs, *FORMULAS[fact.formula].optional}
                self._among(place, needed, {part.name for part in fact.inputs}, "input")

    def _catalogue_resolves(self) -> None:
        for group in self._book.drug_classes:
            self._among(f"drug_classes[{group.code}]", group.members, self._drugs, "drug")
            self._sourced(f"drug_classes[{group.code}]", group.sources)
        for code in self._drugs & self._classes:
            self._say(f"drugs[{code}]", "is also the code of a drug class; choose another.")
        for maker in self._book.makers:
            self._among(f"makers[{maker.code}]", maker.drugs, self._drugs, "drug")
            self._sourced(f"makers[{maker.code}]", maker.sources)
        for treatment in self._book.treatments:
            place = f"treatments[{treatment.code}]"
            self._among(place, [treatment.drug], self._drugs, "drug")
            self._sourced(place, treatment.sources)
            for strength in treatment.strengths:
                self._among(place, strength.jurisdictions, self._places, "jurisdiction")
                self._sourced(place, strength.sources)
        for dose in self._book.dose_ranges:
            place = f"dose_ranges[{dose.code}]"
            self._among(place, [dose.treatment], self._treatments, "treatment")
            self._among(place, [dose.indication, dose.population, dose.or_population], self._populations, "population")
            self._among(place, [dose.band.fact] if dose.band else [], self._facts, "fact")
            self._among(place, dose.jurisdictions, self._places, "jurisdiction")
            self._sourced(place, dose.sources)

    def _rules_resolve(self) -> None:
        for option in self._book.options:
            place = f"options[{option.code}]"
            self._among(place, [option.treatment], self._treatments, "treatment")
            self._among(place, [option.population], self._populations, "population")
            self._among(place, [option.follows], codes(self._book.positions), "position")
            self._sourced(place, option.sources)
        for rule in self._book.contraindications:
            place = f"contraindications[{rule.code}]"
            self._among(place, [rule.population], self._populations, "population")
            self._among(place, rule.jurisdictions, self._places, "jurisdiction")
            self._concerns(place, rule.treatments, rule.drug_classes, rule.sources)
            if not rule.treatments and not rule.drug_classes:
                self._say(place, "names no treatment and no drug class.")
        for alert in self._book.alerts:
            self._among(f"alerts[{alert.code}]", [alert.population], self._populations, "population")
            self._sourced(f"alerts[{alert.code}]", alert.sources)
        for one in self._book.impossible:
            self._among(f"impossible[{one.code}]", [one.population], self._populations, "population")

    def _concerns(
        self, place: str, treatments: Iterable[str], classes: Iterable[str], sources: tuple[str, ...]
    ) -> None:
        self._among(place, treatments, self._treatments, "treatment")
        self._among(place, classes, self._classes, "drug class")
        self._sourced(place, sources)

    def _asides_resolve(self) -> None:
        """Check the sources of what may go without any."""
        asides = [(f"facts[{fact.code}]", fact.sources) for fact in self._book.facts]
        asides += [(f"populations[{group.code}]", group.sources) for group in self._book.populations]
        asides += [(f"drugs[{drug.code}]", one.sources) for drug in self._book.drugs for one in drug.identifiers]
        asides += [(f"dose_ranges[{dose.code}]", one.sources) for dose in self._book.dose_ranges for one in dose.cells]
        for place, sources in asides:
            if sources:
                self._sourced(place, sources)

    def _evidence_resolves(self) -> None:
        positions = codes(self._book.positions)
        for effect in self._book.effects:
            place = f"effects[{effect.code}]"
            self._concerns(place, effect.treatments, effect.drug_classes, effect.sources)
            self._among(place, [effect.population], self._populations, "population")
        for watch in self._book.monitoring:
            place = f"monitoring[{watch.code}]"
            self._concerns(place, watch.treatments, watch.drug_classes, watch.sources)
            self._among(place, [watch.population], self._populations, "population")
        for known in self._book.safety:
            self._concerns(f"safety[{known.code}]", known.treatments, known.drug_classes, known.sources)
        for statement in self._book.statements:
            self._sourced(f"statements[{statement.code}]", statement.sources)
            self._among(f"statements[{statement.code}]", [statement.population], self._populations, "population")
        for position in self._book.positions:
            self._concerns(f"positions[{position.code}]", position.treatments, (), position.sources)
            self._among(f"positions[{position.code}]", [position.superseded_by], positions, "position")
        for one in self._book.disagreements:
            place = f"disagreements[{one.code}]"
            self._among(place, one.positions, positions, "position")
            self._among(place, [one.population], self._populations, "population")


def codes(rows: Iterable[object]) -> set[str]:
    """Gather the codes of rows."""
    return {str(getattr(row, "code", "")) for row in rows}


def _twice(rulebook: Rulebook) -> list[Fault]:
    sections: Mapping[str, tuple[object, ...]] = {
        name: rows for name in rulebook.__dataclass_fields__ if isinstance(rows := getattr(rulebook, name), tuple)
    }
    return [
        Fault(f"{name}[{code}]", "stands twice.")
        for name, rows in sections.items()
        for code, times in sorted(Counter(str(getattr(row, "code", "")) for row in rows).items())
        if times > 1
    ]
