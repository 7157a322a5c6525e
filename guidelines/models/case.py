"""Cases: worked patients and the advice that each must get; they gate submission and approval."""

from django.db import models

from .row import GuidelineRow


class Rest(models.TextChoices):
    """How a case answers what it leaves out."""

    NORMAL = "normal", "Everything left out is answered no, none or normal"
    NOTHING = "nothing", "Everything left out is left unanswered"


class Case(GuidelineRow):
    """A worked patient with the advice it must give, in lines an editor can read."""

    in_document = "cases"

    title = models.CharField(max_length=300, help_text="The patient in a line.")
    answers = models.TextField(help_text="One line a fact, for example “age: 55” or “creatinine: not known”.")
    expects = models.TextField(help_text="One line a promise, for example “first: …”, “exclude: …”, “ask: creatinine”.")
    rest = models.CharField(
        "what is left out", max_length=10, choices=Rest.choices, default=Rest.NORMAL, help_text="Usually normal."
    )
    note = models.TextField(blank=True, help_text="What this case is there to catch.")

    class Meta(GuidelineRow.Meta):
        verbose_name = "case"
