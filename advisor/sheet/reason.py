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
# What is not known of the patient must not read as if it were so.
UNSETTLED = {
    "contraindicated": gettext_lazy("Not known; if so, contraindicated"),
    "avoid": gettext_lazy("Not known; if so, avoid"),
    "caution": gettext_lazy("Not known; if so, caution"),
}


def shown(reason, book):
    """Give one reason; `key` names what of it is printed in the same words for every patient, as those words do."""
    facts = [f"{_name(code, book)}: {words}" for code, words in reason["facts"].items()]
    return {
        "key": f"{reason['rule']} {reason['kind']} {reason['severity']} {reason['text']}",
        "kind": reason["kind"],
        "severity": reason["severity"],
        "label": _label(reason),
        "text": reason["text"],
        "action": reason["action"],
        "facts": "; ".join(facts),
        "sources": reason["sources"],
        "mark": reason["mark"],
    }


def by_weight(reason):
    """Sort what rules a treatment out before what asks for care, what speaks for it, and what is not known."""
    if reason["kind"] == "against":
        return 1 if reason["severity"] == "caution" else 0
    return 3 if reason["kind"] == "unknown" else 2


def _label(reason):
    unsettled = UNSETTLED if reason["kind"] == "unknown" else {}
    return str(unsettled.get(reason["severity"]) or SEVERITIES.get(reason["severity"], ""))


def _name(code, book):
    fact = book.facts.get(code)
    return (fact.name or fact.text) if fact else code
