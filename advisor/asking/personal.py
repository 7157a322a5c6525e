"""Personal answers: what the advice for one patient says of what is asked, quoted with what of the patient decided it."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from advisor.sheet import dose, evidence, gist, reason
from advisor.sheet.amount import joined, titled
from guidelines.engine import wording
from guidelines.engine.canonical import Plain
from guidelines.engine.compilation import Compiled
from guidelines.engine.dose import Axis, DoseKind
from guidelines.engine.reason import NOT_HERE

from .catalogue import AXES
from .meaning import Sort
from .question import BY_THE_WAY, Question
from .quote import Passage
from .subject import Given
from .supposition import Supposed


Told = Mapping[str, Plain]

DOSES = frozenset({"dose", "start", "titrate", "maximum", "frequency", "renal", "hepatic", "supplement"})
LIMITS = frozenset({"renal", "hepatic"})
EXTRA = frozenset({"supplement"})
PLACES = frozenset({"first", "caution", "interaction", "why", "summary", "grade"})
CHECKS = frozenset({"monitor", "before"})
KIDNEYS = frozenset({"renal"})
SEVERITIES = ("contraindicated", "avoid", "caution", "dose", "sensitivity", "indication", "")
LIVE = ("offer", "caution")
MOST = 4


@dataclass(frozen=True)
class Advised:
    """The advice for one patient, asked about."""

    book: Compiled
    told: Told
    person: Supposed

    @property
    def held_back(self) -> bool:
        """Say whether an alert keeps everything else back."""
        return bool(self.told["withheld"] or self.told["stopped"])

    def alerts(self) -> list[Passage]:
        """Quote the alerts."""
        return [self._quoted("alert", one, _("Alert"), [("", one["text"])]) for one in self.told["alerts"]]

    def passages(self, question: Question, given: Iterable[Given], wanted: Iterable[str]) -> list[Passage]:
        """Quote what the advice says of the treatments that are asked for, or of all where none is."""
        plain = {code for code, weight in question.aspects.items() if weight >= 1} - BY_THE_WAY
        asked = plain or question.aspects.keys() - BY_THE_WAY or ({"caution"} if question.closed else {*wanted})
        asked = asked | ({"caution"} if question.closed and not asked & (DOSES | {"next"}) else set())
        listed = list(given)
        facts = [code for one in question.mentions for code in one.codes(Sort.FACT)]
        if (
            len(listed) > 1
            or any(word.number is None for word in question.terms)
            or any(one.codes(Sort.BODY, Sort.TEXT) for one in question.mentions)
        ):
            return []
        if listed and question.carried and "next" in asked and not asked & {"caution", "interaction"}:
            return [*self._leading(but=listed[0].treatments), *self._next()]
        if listed:
            options = [one for one in self.told["options"] if one["code"] in listed[0].treatments]
            return [passage for option in options for passage in self._of(option, asked)]
        if (facts or asked & KIDNEYS) and "first" not in plain:
            return [self._known(code) for code in facts or self._measured()]
        if "next" in asked:
            return self._next()
        if "first" in asked:
            return self._leading()
        return self._ruled_out() if "caution" in asked else []

    def _of(self, option: Told, asked: set[str]) -> list[Passage]:
        rest = asked - DOSES - PLACES - {"next", "comparison"}
        if rest - (CHECKS if option["verdict"] == "check" or "caution" in asked else set()):
            return []
        reasons = self._reasons(option, first={*self._measured()} if asked & KIDNEYS else set())
        if "interaction" in asked and not asked & LIMITS and not any(one.kind == "interaction" for one in reasons):
            return []
        if "caution" in asked and not asked & (DOSES - LIMITS - {"frequency"}):
            return reasons
        if asked & DOSES and asked & DOSES <= LIMITS and not any(self._limits(one) & asked for one in option["dose"]):
            return reasons
        if asked & DOSES and option["verdict"] in (*LIVE, "check"):
            doses = [self._dose(option, one) for one in self._nearest(option["dose"], asked)]
            return [*doses, *(reasons if not doses else reasons[:MOST])]
        return reasons

    def _reasons(self, option: Told, first: Container[str] = ()) -> list[Passage]:
        """Quote the reasons, what speaks against it `first`, of that what hangs on such facts.

        What is not known stands with the fact that would tell.
        """

        def fitness(one: Told) -> tuple[int, bool, int]:
            return _side(one), not any(code in first for code in one["facts"]), SEVERITIES.index(one["severity"] or "")

        told = sorted(option["reasons"], key=fitness)
        open_facts = [one for one in self.told["missing"] if option["code"] in one["settles"]]
        asked = [self._missing(one, option) for one in open_facts] if option["verdict"] == "check" else []
        return [*asked, *(self._reason(option, one) for one in told)]

    def _reason(self, option: Told, one: Told) -> Passage:
        shown = reason.shown(one, self.book)
        here = one["rule"] != NOT_HERE
        kind = self._kinds.get(str(one["rule"]), "treatment")
        code = one["rule"] if here else option["code"]
        label = shown["label"] if one["kind"] != "unknown" else _("Not known whether")
        lines = [(label, one["text"]), (_("What to do"), one["action"]), (_("This patient"), shown["facts"])]
        return self._quoted(kind, {**one, "code": code}, _verdict(option), lines, option)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """Give the kind of passage that each rule is, by its code."""
        book = self.book.rulebook
        found = {row.code: "interaction" if row.interaction else "contraindication" for row in book.contraindications}
        return found | {row.code: "option" for row in book.options} | {row.code: "dose" for row in book.dose_ranges}

    def _dose(self, option: Told, one: Told) -> Passage:
        shown = dose.shown(one)
        lines = [(line["label"], line["words"]) for line in shown["lines"]]
        cells = "; ".join(f"{cell['normal']} → {cell['words']}" for cell in shown["cells"])
        lines.append((_("In place of a normal daily dose"), cells))
        return self._quoted("dose", {**one, "code": one["rule"]}, _verdict(option), lines, option)

    def _nearest(self, doses: Iterable[Told], asked: set[str]) -> list[Told]:
        """Put first the doses that are given in addition, or that the kidneys or the liver limit, where they are asked about."""
        return sorted(
            doses, key=lambda one: (not self._limits(one) & asked & EXTRA, not self._limits(one) & asked & LIMITS)
        )

    def _limits(self, one: Told) -> set[str]:
        """Say what a dose is limited by: the kidneys or the liver; or that it is given in addition to another."""
        rows = [row for row in self.book.rulebook.dose_ranges if row.code == one["rule"]]
        limits = {str(AXES[row.axis]) for row in rows if row.axis in AXES}
        return limits | ({*EXTRA} if any(row.kind is DoseKind.SUPPLEMENT for row in rows) else set())

    def warnings(self, given: Iterable[Given]) -> list[Passage]:
        """Quote what is to be known before a dose is read: why treatments are ruled out, or what is to be asked first."""
        codes = {code for one in given for code in one.treatments}
        grave = [one for one in self.told["options"] if one["code"] in codes and one["verdict"] in ("check", "exclude")]
        return [passage for option in grave for passage in self._reasons(option)[:1]]

    def _missing(self, one: Told, option: Told) -> Passage:
        fact = self.book.facts[one["fact"]]
        words = _("%(fact)s is not known, and could settle it.") % {"fact": titled(fact.name)}
        row = {"code": fact.code, "sources": list(fact.sources), "mark": None}
        return self._quoted("fact", row, _verdict(option), [(_("To be asked"), fact.text), ("", words)], option)

    def _leading(self, but: Container[str] = ()) -> list[Passage]:
        live = [
            one for one in self.told["options"] if one["verdict"] in LIVE and one["line"] and one["code"] not in but
        ]
        line = min((one["line"] for one in live), default=None)
        leading = [one for one in live if one["line"] == line]
        return [self._placed(one) for one in sorted(leading, key=lambda one: one["kind"] not in gist.DRUGLIKE)]

    def _placed(self, option: Told) -> Passage:
        brief = dose.brief(option)
        place = next((one for one in option["reasons"] if one["rule"] == option["option"]), option)
        row = {"code": option["option"], "sources": place.get("sources", ["edition"]), "mark": place.get("mark")}
        lines = [(_("Place"), place.get("text", "")), (_("Dose"), brief), (_("Strength"), option["strength"] or "")]
        return self._quoted("option", row, _verdict(option), lines, option)

    def _ruled_out(self) -> list[Passage]:
        """Quote of each treatment that is ruled out the gravest reason."""
        out = [one for one in self.told["options"] if one["verdict"] == "exclude"]
        return [self._reasons(one)[0] for one in out]

    def _next(self) -> list[Passage]:
        """Quote what comes next, then how to judge what there is."""
        said = [one for one in self.told["statements"] if one["section"] in evidence.NEXT]
        said.sort(key=lambda one: -evidence.NEXT.index(one["section"]))
        return [self._quoted("statement", one, evidence.SECTIONS[one["section"]], [("", one["text"])]) for one in said]

    def _measured(self) -> list[str]:
        """List the facts by which doses follow kidney function."""
        rows = self.book.rulebook.dose_ranges
        return list(dict.fromkeys(row.band.fact for row in rows if row.band and row.axis is Axis.RENAL))

    def _known(self, code: str) -> Passage:
        fact, state = self.book.facts[code], self.person.state(code)
        kind = "derived" if fact.formula else "fact"
        row = {"code": code, "sources": list(fact.sources) or ["edition"], "mark": None}
        lines = [(titled(fact.name), wording.state(self.book, fact, state))]
        variants = self.told["derived"].get(code, {}).get("variants", {})
        lines.append((_("By other methods"), "; ".join(f"{how} {value:g}" for how, value in variants.items())))
        return self._quoted(kind, row, fact.text, lines)

    def _quoted(
        self, kind: str, row: Told, title: str, lines: list[tuple[str, str]], option: Told | None = None
    ) -> Passage:
        kept = tuple((label, words) for label, words in lines if words)
        own = (str(option["code"]),) if option else ()
        cited = tuple(row["sources"])
        return Passage(kind, str(row["code"]), title, kept, cited, row.get("mark") or "", treatments=own)


def _side(one: Told) -> int:
    return {"against": 0, "unknown": 1}.get(str(one["kind"]), 2)


def _verdict(option: Told) -> str:
    said = {
        "offer": _("can be offered"),
        "caution": _("with caution"),
        "check": _("to be checked first"),
        "exclude": _("not to be given"),
        "not_indicated": _("has no place here for this problem"),
    }
    return _("%(name)s for this patient: %(verdict)s") % {
        "name": titled(str(option["name"])),
        "verdict": said[str(option["verdict"])],
    }


def supposing(person: Supposed) -> str:
    """Say what a question supposes of a patient who was told otherwise."""
    facts = person.book.facts
    said = [
        f"{facts[code].name} {wording.state(person.book, facts[code], person.state(code))}"
        for code in sorted(person.changed)
    ]
    return joined(said)
