"""Grouping: the tables of the admin by what they are for, instead of by the application that holds them."""

from django.utils.translation import gettext_noop


GROUPS = {
    gettext_noop("Content"): "guideline statement option alert disagreement case inclusion",
    gettext_noop("Catalogue: who is asked and meant"): "topic fact population impossible synonym",
    gettext_noop(
        "Catalogue: what can be given"
    ): "treatment drug drugclass doserange contraindication monitoring safety",
    gettext_noop("Catalogue: what it rests on"): "effectestimate position reference source maker",
    gettext_noop("Review"): "edition reviewstep comment contribution authorship",
    gettext_noop("The ledger"): "entry leaf treehead",
    gettext_noop("People"): "user group interest emailaddress authenticator",
}
OTHER = gettext_noop("Other")


def grouped(apps):
    """Return the tables that somebody may see, by group, in the order in which they are named."""
    tables = {model["object_name"].lower(): model for app in apps for model in app["models"]}
    placed = [(title, [tables.pop(name, None) for name in names.split()]) for title, names in GROUPS.items()]
    shown = [{"title": title, "models": [model for model in models if model]} for title, models in placed]
    shown.append({"title": OTHER, "models": list(tables.values())})
    return [group for group in shown if group["models"]]
