"""Reasons in words: what the rule says, what of this patient decided it, and what to do."""

from django.utils.translation import gettext_lazy


SEVERITIES = {
    "contraindicated": gettext_lazy("Contraindicated"),
    "avoid": gettext_lazy("Avoid"),
    "caution": gettext_lazy("Caution"),
    "indication": gettext_lazy("Place in the guideline"),
    "dose": gettext_lazy("Dose"),
    "sensitivity": gettext_lazy("Depends on the method"),
}


def shown(reason, book):
    """Give one reason; `key` names what of it is printed in the same words for every patient, as those words do."""
    facts = [f"{_name(code, book)}: {words}" for code, words in reason["facts"].items()]
    return {
        "key": f"{reason['rule']} {reason['kind']} {reason['severity']} {reason['text']}",
        "kind": reason["kind"],
        "severity": reason["severity"],
        "label": str(SEVERITIES.get(reason["severity"], "")),
        "text": reason["text"],
        "action": reason["action"],
        "facts": "; ".join(facts),
        "sources": reason["sources"],
        "mark": reason["mark"],
    }


def _name(code, book):
    fact = book.facts.get(code)
    return (fact.name or fact.text) if fact else code
