"""Drugs: the substances that patients take, with their codes and the names by which they are known."""

from django.db import models

from .links import Links
from .listing import Listing
from .row import CatalogueRow, PartRow


class System(models.TextChoices):
    """The code systems by which other software knows a drug."""

    ATC = "ATC", "ATC (WHO)"
    RXCUI = "RxCUI", "RxCUI (RxNorm)"


class Drug(CatalogueRow):
    """A substance that a patient may take or a treatment may contain."""

    in_document = "drugs"

    name = models.CharField(max_length=200, help_text="The international non-proprietary name.")
    synonyms = Listing(
        "also known as",
        blank=True,
        default=tuple,
        help_text="Brand names and abbreviations, separated by commas; the search finds the drug by them.",
    )


class Identifier(PartRow):
    """A code of a drug in a code system."""

    parent = models.ForeignKey(Drug, models.CASCADE, related_name="identifiers", help_text="The drug.")
    system = models.CharField(max_length=10, choices=System.choices, help_text="Whose code it is.")
    code = models.CharField(max_length=40, help_text="The code.")
    index_year = models.CharField(
        "year of the index", max_length=20, blank=True, help_text="The edition of the index in which it was looked up."
    )
    sources = Links("guidelines.Source", related_name="+", blank=True, help_text="Where the code was seen.")

    def __str__(self):
        return f"{self.system} {self.code}"
