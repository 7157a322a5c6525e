"""Why a question is asked: what its answer could still decide, read off the rules and put in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from guidelines.engine.matter import Kind
from guidelines.engine.rulebook import Effect


MOST_NAMED = 5
OF_TREATMENTS = {
    Kind.PLACE: gettext_lazy("whether there is a place for: %(names)s"),
    Kind.EXCLUSION: gettext_lazy("whether ruled out: %(names)s"),
    Kind.DOSE: gettext_lazy("the dose of: %(names)s"),
    Kind.CAUTION: gettext_lazy("whether care is called for with: %(names)s"),
    Kind.MONITORING: gettext_lazy("what to check with: %(names)s"),
    Kind.EFFECT: gettext_lazy("which figures of benefit and harm apply to: %(names)s"),
}
OF_ALERTS = {
    Effect.STOP: gettext_lazy("whether this guideline may be used at all: “%(text)s”"),
    Effect.WITHHOLD: gettext_lazy("whether something else comes first: “%(text)s”"),
    Effect.WARN: gettext_lazy("whether this warning is shown: “%(text)s”"),
}
OF_WORDS = {
    Kind.STATEMENT: gettext_lazy("which sentences of the guideline apply"),
    Kind.DISAGREEMENT: gettext_lazy("where the sources disagree about this patient"),
}


def sentences(book, matters):
    """Say what an answer could still decide, the gravest first."""
    by_kind = {kind: {one.code for one in matters if one.kind is kind} for kind in Kind}
    alerts = [
        OF_ALERTS[alert.effect] % {"text": alert.text}
        for alert in book.rulebook.alerts
        if alert.code in by_kind[Kind.ALERT]
    ]
    treatments = [
        words % {"names": _names(book, by_kind[kind])} for kind, words in OF_TREATMENTS.items() if by_kind[kind]
    ]
    return [*alerts, *treatments, *(str(words) for kind, words in OF_WORDS.items() if by_kind[kind])]


def _names(book, codes):
    names = [name for code, name in book.treatments.items() if code in codes]
    shown, more = names[:MOST_NAMED], len(names) - MOST_NAMED
    if more <= 0:
        return ", ".join(shown)
    rest = ngettext("%(count)d more", "%(count)d more", more) % {"count": more}
    return _("%(names)s and %(rest)s") % {"names": ", ".join(shown), "rest": rest}
