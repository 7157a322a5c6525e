"""Synonyms: the words by which people ask for what a guideline holds; questions are understood by them."""

from django.core.validators import RegexValidator
from django.db import models

from guidelines.engine.vocabulary import LANGUAGE

from .links import Links
from .listing import Listing
from .row import CatalogueRow


as_language = RegexValidator(rf"\A{LANGUAGE.pattern}\Z", "Write a language code such as en or de.")


class Synonym(CatalogueRow):
    """Words for rows of the catalogue, or for other words of a guideline, in one language."""

    in_document = "synonyms"

    terms = Listing(
        "words",
        help_text="How people ask for it, separated by commas: abbreviations, lay words, usual misspellings. Parts that may "
        "stand apart in a question are joined by +, and ways of saying one part by /: numb / tingling + feet.",
    )
    language = models.CharField(
        max_length=35, default="en", validators=(as_language,), help_text="The language of the words: en, de, es."
    )
    means = models.CharField(
        "read as", max_length=200, blank=True, help_text="Words of the guideline, where no row is what is meant."
    )
    treatments = Links("guidelines.Treatment", related_name="+", blank=True, help_text="The treatments meant.")
    drugs = Links("guidelines.Drug", related_name="+", blank=True, help_text="Or the drugs, in any form.")
    drug_classes = Links("guidelines.DrugClass", related_name="+", blank=True, help_text="Or the whole classes.")
    facts = Links("guidelines.Fact", related_name="+", blank=True, help_text="Or what is known of a patient.")
    populations = Links("guidelines.Population", related_name="+", blank=True, help_text="Or the people.")
