"""References: publications, labels and pages, and how each record was seen."""

from django.core.exceptions import ValidationError
from django.db import models

from .row import CatalogueRow
from .source import Source, Verification


class Reference(CatalogueRow):
    """A publication, label or page."""

    in_document = "references"

    kind = models.CharField(max_length=80, help_text="For example: guideline, systematic review, trial, label.")
    title = models.TextField(help_text="As published.")
    authors = models.TextField(blank=True, help_text="The first author and “et al” will do.")
    source = models.TextField("published in", blank=True, help_text="Journal with volume and page, or publisher.")
    year = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The year of publication.")
    doi = models.CharField("DOI", max_length=200, blank=True, help_text="Without the address before it: 10.…")
    pmid = models.CharField("PMID", max_length=20, blank=True, help_text="The number in PubMed.")
    url = models.CharField("address", max_length=500, blank=True, help_text="https://… of the page or the label.")
    verification = models.CharField(
        "how this record was seen",
        max_length=10,
        choices=Verification.choices,
        help_text="Primary: opened by us. Secondary: as somebody else reports it. Unverified: not seen.",
    )
    note = models.TextField(blank=True, help_text="What a reader should know about this source.")
    review_by = models.DateField(null=True, blank=True, help_text="When somebody must look for a newer version.")
    retracted = models.BooleanField(default=False, help_text="Tick if it was withdrawn by its publisher.")

    def clean(self):
        """Refuse what cannot become a link that leads to the publication."""
        super().clean()
        if self.url and not self.url.startswith(("https://", "http://")):
            raise ValidationError({"url": "Begin the address with https:// or leave it empty."})
        if self.doi and not self.doi.startswith("10."):
            raise ValidationError({"doi": "Write the DOI without the address before it; it begins with 10."})
        if self.pmid and not self.pmid.isdecimal():
            raise ValidationError({"pmid": "A PMID has digits only."})

    def save(self, *args, **options):
        """Save, and offer the reference to rules as a source seen in each of the three ways."""
        super().save(*args, **options)
        Source.objects.bulk_create(Source.of(self.pk), ignore_conflicts=True)
