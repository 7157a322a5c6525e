"""Questions about earlier and current treatments: one row a trial."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor import answers, numeral

from .boolean import NO, YES
from .choice import radios
from .question import NOT_KNOWN, NOT_KNOWN_WORDS, Open, Question, Unclear


MOST = 8
HAD = [(YES, gettext_lazy("Yes")), (NO, gettext_lazy("No, none")), (NOT_KNOWN, NOT_KNOWN_WORDS)]
OUTCOMES = [
    ("", NOT_KNOWN_WORDS),
    ("response", gettext_lazy("Good response")),
    ("partial", gettext_lazy("Partial response")),
    ("none", gettext_lazy("No meaningful response")),
    ("not_tolerated", gettext_lazy("Not tolerated")),
]
TAKING = [("", NOT_KNOWN_WORDS), (YES, gettext_lazy("Yes")), (NO, gettext_lazy("No"))]
CELLS = answers.TRIAL


class Trials(Question):
    """Whether anything was tried, and rows saying what, how much, how long and with what outcome."""

    template = "components/trial.html"
    deniable = True

    def __init__(self, fact, book, **asked):
        super().__init__(fact, book, **asked)
        self.rows_field = f"{self.code}__rows"
        self.rows = 1

    def reads(self, posted):
        """Make as many rows as were posted, and one more where one was asked for."""
        asked = posted.get(self.rows_field, "1")
        self.rows = int(asked) if asked in {str(count) for count in range(1, MOST + 1)} else 1
        if posted.get("add") == self.code:
            self.rows = min(self.rows + 1, MOST)

    def fields(self):
        """Give the question whether anything was tried, and the cells of each row."""
        made = {self.code: radios(HAD, self.fact.text)}
        for row in range(self.rows):
            made |= {self._cell(row, name): field for name, field in self._row_fields().items()}
        return made

    def _row_fields(self):
        return {
            "treatment": _select(_("Treatment"), [("", _("Choose a treatment")), *self._treatments()]),
            "daily_dose": _figures(_("Dose per day")),
            "weeks": _figures(_("Weeks")),
            "outcome": _select(_("Outcome"), OUTCOMES),
            "still_taking": _select(_("Still taking it?"), TAKING),
        }

    def _treatments(self):
        return [(rules.treatment.code, _named(rules)) for rules in self.book.rules]

    def _cell(self, row, name):
        return f"{self.code}__{row}__{name}"

    def initial(self, answer):
        """Fill the rows in again."""
        trials = answer[:MOST] if isinstance(answer, list) else []
        self.rows = max(1, len(trials))
        had = NOT_KNOWN if answer is None else YES if trials else NO
        return {self.code: had, self.rows_field: self.rows} | {
            self._cell(row, name): _typed(trial.get(name)) for row, trial in enumerate(trials) for name in CELLS
        }

    def answer(self, cleaned):
        """Read the rows. Raises Unclear where rows and answer do not go together."""
        filled = [row for row in range(self.rows) if any(cleaned.get(self._cell(row, name)) for name in CELLS)]
        # A row that is filled in says by itself that something was tried.
        had = cleaned.get(self.code) or (YES if filled else "")
        if not had:
            raise Open(self.code, _("Choose an answer, or “Not known”."))
        if had != YES and filled:
            raise Unclear(self.code, _("A treatment is filled in below: answer “Yes”, or clear the row."))
        if had == YES and not filled:
            raise Unclear(self.code, _("Say which treatment was tried, or choose another answer."))
        return None if had == NOT_KNOWN else [self._trial(row, cleaned) for row in filled]

    def denied(self, cleaned):
        """Read it as nothing tried."""
        return []

    def _trial(self, row, cleaned):
        cells = {name: cleaned.get(self._cell(row, name)) for name in CELLS}
        if not cells["treatment"]:
            said = _("Row %(row)d: choose the treatment, or clear the row.") % {"row": row + 1}
            raise Unclear(self._cell(row, "treatment"), said)
        for name in ("daily_dose", "weeks"):
            cells[name] = self._number(row, name, cells[name])
        taking = {YES: True, NO: False}.get(cells["still_taking"])
        return answers.trial(cells | {"outcome": cells["outcome"] or None, "still_taking": taking})

    def _number(self, row, name, figures):
        try:
            return answers.number(figures) if figures else None
        except answers.NoNumber as error:
            said = _("Row %(row)d: %(fault)s") % {"row": row + 1, "fault": error}
            raise Unclear(self._cell(row, name), said) from error

    def parts(self, form):
        """Give the rows of bound fields, and whether another may be added."""
        rows = [[form[self._cell(row, name)] for name in CELLS] for row in range(self.rows)]
        return {"field": form[self.code], "rows": rows, "count": self.rows, "more": self.rows < MOST}


def _named(rules):
    unit = next((dose.unit for dose in rules.doses), "")
    return f"{rules.treatment.name} ({numeral.unit(unit)})" if unit else rules.treatment.name


def _select(label, options):
    return forms.ChoiceField(
        choices=options, label=label, required=False, widget=forms.Select(attrs={"class": "form-select"})
    )


def _figures(label):
    attrs = {"inputmode": "decimal", "autocomplete": "off", "class": "form-control"}
    return forms.CharField(label=label, required=False, max_length=40, widget=forms.TextInput(attrs=attrs))


def _typed(value):
    if isinstance(value, bool):
        return YES if value else NO
    return "" if value is None else str(value)
