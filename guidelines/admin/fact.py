"""Facts in the admin, with their units, choices, members and inputs."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.naming import excerpt
from guidelines.admin.part import Parts
from guidelines.models import Fact, FactChoice, FactInput, FactMember, FactUnit


class Units(Parts):
    """The other units in which a number may be answered."""

    model = FactUnit
    verbose_name_plural = _("other units, of a number")


class Choices(Parts):
    """The answers to a choice."""

    model = FactChoice
    verbose_name_plural = _("answers, of a choice")


class Members(Parts):
    """The members of a list."""

    model = FactMember
    verbose_name_plural = _("members, of a list")


class Inputs(Parts):
    """The facts that a formula needs."""

    model = FactInput
    verbose_name_plural = _("inputs, of a formula")


@admin.register(Fact)
class Facts(CatalogueRows):
    """What may be known about a patient."""

    list_display = ("code", "label", excerpt("text", "question"), "kind", "unit_text", "formula", "topic", "asked_of")
    list_filter = (InGuideline, "kind", "topic", ("formula", admin.EmptyFieldListFilter))
    list_select_related = ("topic", "asked_of")
    search_fields = ("code", "label", "text", "choices__text", "members__text")
    inlines = (Units, Choices, Members, Inputs)
    fieldsets = (
        (None, {"fields": ("code", "topic", "kind")}),
        (_("What is asked"), {"fields": ("text", "label", "why", "asked_of")}),
        (
            _("Of a number: its unit, and what is plausible"),
            {
                "fields": (
                    ("unit", "unit_text"),
                    "whole",
                    ("refuse_low", "refuse_high"),
                    ("confirm_low", "confirm_high"),
                )
            },
        ),
        (_("Of a choice or a list"), {"fields": ("normal", "drugs")}),
        (_("If it is worked out, not asked"), {"fields": ("formula", "decimals")}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )
