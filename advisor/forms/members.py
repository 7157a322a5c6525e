"""Questions with a list to tick; what is not ticked is absent only where the list is said to be complete."""

from django import forms
from django.utils.translation import gettext_lazy as _

from advisor import answers

from .choice import Boxes, radios
from .question import Open, Question


ALL, UNSURE = "complete", "unsure"
COMPLETENESS = [(ALL, _("The list is complete: none of the others")), (UNSURE, _("Not sure about the others"))]
OTHERS = _("Other medicines")
# From this many boxes on there is a way past them.
LONG = 8


class Members(Question):
    """What is present, and whether the list is complete."""

    template = "components/checklist.html"
    deniable, brief = True, False

    def __init__(self, fact, book, **asked):
        super().__init__(fact, book, **asked)
        self.complete_field = f"{self.code}__complete"

    def fields(self):
        """Give the boxes, and the question whether they are all."""
        boxes = Boxes(attrs={"class": "form-check-input"})
        options = list(self.book.members[self.code].items())
        listed = forms.MultipleChoiceField(choices=options, label=self.fact.text, required=False, widget=boxes)
        return {self.code: listed, self.complete_field: radios(COMPLETENESS, _("Is that all?"))}

    def initial(self, answer):
        """Tick what was present."""
        complete = ALL if answers.is_complete(answer) else UNSURE
        return {self.code: answers.ticked(answer), self.complete_field: complete}

    def answer(self, cleaned):
        """Read what is ticked. Raises Unclear where the clinician did not say whether that is all."""
        present, complete = cleaned.get(self.code, []), cleaned.get(self.complete_field)
        if not complete:
            raise Open(self.complete_field, _("Say whether the list is complete."))
        return self._included(present, complete == ALL)

    def denied(self, cleaned):
        """Read what is ticked as all there is."""
        return self._included(cleaned.get(self.code, []), True)

    def undecided(self, cleaned):
        """Read what is ticked as perhaps not all."""
        return self._included(cleaned.get(self.code, []), False)

    def _included(self, present, complete):
        return answers.included(present, complete=complete) if present or complete else None

    def parts(self, form):
        """Give the boxes in groups: medicines by drug class, anything else as one group."""
        boxes = {box.data["value"]: box for box in form[self.code]}
        return {
            "groups": self._groups(boxes) if self.fact.drugs else [{"boxes": self._noted(boxes)}],
            "complete_field": form[self.complete_field],
            "long": len(boxes) >= LONG,
        }

    def _noted(self, boxes):
        notes = {member.code: member.note for member in self.fact.members}
        return [_shown(box, notes.get(code, "")) for code, box in boxes.items()]

    def _groups(self, boxes):
        rulebook = self.book.rulebook
        names = {drug.code: ", ".join(drug.synonyms) for drug in rulebook.drugs}
        notes = names | {member.code: member.note for member in self.fact.members}
        left, groups = dict(boxes), []
        for group in rulebook.drug_classes:
            # A drug of several classes stands once, so that there is one box to untick.
            inside = [_shown(left.pop(code), notes.get(code, "")) for code in group.members if code in left]
            if inside:
                groups.append(_group(group.name, inside))
        rest = [_shown(box, notes.get(code, "")) for code, box in left.items()]
        return [*groups, _group(OTHERS, rest)] if rest else groups


def _shown(box, note):
    return {"box": box, "note": note, "ticked": bool(box.data["selected"])}


def _group(name, boxes):
    return {"name": name, "boxes": boxes, "ticked": sum(box["ticked"] for box in boxes)}
