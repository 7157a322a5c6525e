"""The catalogue of an edition: its rows about treatments, as questions find them."""

from collections.abc import Iterable, Iterator

from guidelines.engine.compilation import Compiled
from guidelines.engine.dose import Axis, DoseKind, DoseRange
from guidelines.engine.evidence import EffectEstimate
from guidelines.engine.rulebook import Contraindication, Option
from guidelines.engine.treatment import Monitoring, Safety, Strength, Treatment

from .row import Kind, Row


AXES = {Axis.RENAL: "renal", Axis.HEPATIC: "hepatic"}
UNDOSED = ("dose", "start", "titrate", "maximum", "frequency")
LINES = {1: "first", 2: "next", 3: "next"}


def rows(book: Compiled) -> Iterator[Row]:
    """Yield what an edition says of its treatments, kind by kind, each in the order of the edition."""
    one = Catalogue(book)
    rulebook = book.rulebook
    yield from map(one.dose, rulebook.dose_ranges)
    yield from map(one.effect, rulebook.effects)
    yield from map(one.contraindication, rulebook.contraindications)
    yield from map(one.monitoring, rulebook.monitoring)
    yield from map(one.safety, rulebook.safety)
    yield from map(one.option, rulebook.options)
    for treatment in rulebook.treatments:
        yield from one.treatment(treatment)


class Catalogue:
    """Makes rows of the records of one edition."""

    def __init__(self, book: Compiled) -> None:
        self._titles = book.titles
        self._dosed = {row.treatment for row in book.rulebook.dose_ranges}
        classes = {group.code: frozenset(group.members) for group in book.rulebook.drug_classes}
        self._of_class = {
            code: [one.code for one in book.rulebook.treatments if one.drug in drugs] for code, drugs in classes.items()
        }
        self._works = {one.code: (one.authors, one.source) for one in book.rulebook.references}
        self._class_names = {group.code: group.name for group in book.rulebook.drug_classes}

    def dose(self, row: DoseRange) -> Row:
        """Make a row of a dose range."""
        told = (*(cell.text for cell in row.cells), *(step.text for step in row.titration))
        judged = tuple(code for code in (row.indication, row.population) if code)
        said = (row.start_text, row.step, row.schedule, row.note, row.unit, row.kind, *told)
        return Row(
            kind=Kind.DOSE,
            code=row.code,
            record=row,
            texts=(*said, *self._people(*judged, row.or_population)),
            treatments=frozenset({row.treatment}),
            aspects=_of_dose(row),
            judged=judged,
            band=row.band,
            or_population=row.or_population,
            jurisdictions=row.jurisdictions,
            sources=row.sources,
        )

    def effect(self, row: EffectEstimate) -> Row:
        """Make a row of an effect estimate."""
        return Row(
            kind=Kind.EFFECT,
            code=row.code,
            record=row,
            texts=(row.outcome, row.comparator, row.dose, row.people, row.text, row.note, row.measure),
            treatments=self._given(row.treatments, row.drug_classes),
            more=tuple(text for one in row.sources for text in self._works.get(one.partition("/")[0], ())),
            aspects=frozenset({"harm" if row.measure == "NNH" else "effect"}),
            judged=(row.population,) if row.population else (),
            sources=row.sources,
        )

    def contraindication(self, row: Contraindication) -> Row:
        """Make a row of a contraindication; one about another medicine is an interaction."""
        return Row(
            kind=Kind.INTERACTION if row.interaction else Kind.CONTRAINDICATION,
            code=row.code,
            record=row,
            texts=(row.reason, row.action, *self._people(row.population)),
            treatments=self._given(row.treatments, row.drug_classes),
            aspects=frozenset({"caution", "interaction"} if row.interaction else {"caution"}),
            judged=(row.population,),
            jurisdictions=row.jurisdictions,
            sources=row.sources,
        )

    def monitoring(self, row: Monitoring) -> Row:
        """Make a row of what is to be checked."""
        phase = "stop" if row.phase == "stopping" else row.phase
        return Row(
            kind=Kind.MONITORING,
            code=row.code,
            record=row,
            texts=(row.text, *self._people(row.population)),
            treatments=self._given(row.treatments, row.drug_classes),
            aspects=frozenset({phase, "withdrawal" if phase == "stop" else "monitor"}),
            judged=(row.population,) if row.population else (),
            sources=row.sources,
        )

    def safety(self, row: Safety) -> Row:
        """Make a row of what is known on a topic of safety."""
        topic = {"interactions": "interaction"}.get(row.topic, str(row.topic))
        return Row(
            kind=Kind.SAFETY,
            code=row.code,
            record=row,
            texts=(row.text,),
            treatments=self._given(row.treatments, row.drug_classes),
            aspects=frozenset({"caution", topic}),
            sources=row.sources,
        )

    def option(self, row: Option) -> Row:
        """Make a row of the place of a treatment."""
        return Row(
            kind=Kind.OPTION,
            code=row.code,
            record=row,
            texts=(row.note, row.strength, row.certainty, *self._people(row.population)),
            treatments=frozenset({row.treatment}),
            aspects=frozenset({"grade", LINES.get(row.line, "next")}),
            judged=(row.population,),
            sources=row.sources,
        )

    def treatment(self, row: Treatment) -> Iterator[Row]:
        """Make the rows of what is said of a treatment itself: what it is, its form, labels, strengths, trial and end."""
        said = {
            Kind.TREATMENT: ("summary", row.summary),
            Kind.LABELLING: ("labelling", row.labelling),
            Kind.FORM: ("form", row.form),
            Kind.TRIAL: ("trial", row.adequate_trial),
            Kind.STOPPING: ("stop", row.stopping),
            Kind.STRENGTH: ("strength", " ".join(_strength(one) for one in row.strengths)),
        }
        of_strengths = tuple(dict.fromkeys(source for one in row.strengths for source in one.sources))
        for kind, (aspect, text) in said.items():
            if text:
                yield Row(
                    kind=kind,
                    code=row.code,
                    record=row,
                    texts=(text,),
                    treatments=frozenset({row.code}),
                    aspects=frozenset({aspect, *self._undosed(row, text)}),
                    sources=of_strengths if kind is Kind.STRENGTH else row.sources,
                )

    def _undosed(self, row: Treatment, text: str) -> tuple[str, ...]:
        """Say what of a dose a text answers where no dose range does: all of it, or how often a measure is taken."""
        if row.code in self._dosed:
            return ()
        return UNDOSED if "dose" in text else () if row.drug else ("frequency",)

    def _given(self, treatments: Iterable[str], classes: Iterable[str]) -> frozenset[str]:
        return frozenset((*treatments, *(one for code in classes for one in self._of_class[code])))

    def _people(self, *codes: str) -> tuple[str, ...]:
        return tuple(self._titles[code] for code in codes if code)


def _strength(one: Strength) -> str:
    return " ".join((one.form, *(f"{amount:g} {one.unit}" for amount in one.amounts)))


def _of_dose(row: DoseRange) -> frozenset[str]:
    """Say what of a dose can be asked for."""
    found = {
        "dose": True,
        "frequency": True,
        "start": row.start is not None or bool(row.start_text),
        "titrate": bool(row.step or row.step_amount or row.titration),
        "maximum": row.maximum is not None or row.percent_high is not None,
        "supplement": row.kind is DoseKind.SUPPLEMENT,
        AXES.get(row.axis, ""): row.axis in AXES,
    }
    return frozenset(code for code, there in found.items() if there)
