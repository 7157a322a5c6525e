"""Why a question is asked: what its answer could still decide, read off the rules and put in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from guidelines.engine.matter import Kind
from guidelines.engine.rulebook import Effect


MOST_NAMED = 5
OF_TREATMENTS = {
    Kind.PLACE: gettext_lazy("whether there is a place for:"),
    Kind.EXCLUSION: gettext_lazy("whether ruled out:"),
    Kind.DOSE: gettext_lazy("the dose of:"),
    Kind.CAUTION: gettext_lazy("whether care is called for with:"),
    Kind.MONITORING: gettext_lazy("what to check with:"),
    Kind.EFFECT: gettext_lazy("which figures of benefit and harm apply to:"),
}
OF_ALERTS = {
    Effect.STOP: gettext_lazy("whether this guideline may be used at all:"),
    Effect.WITHHOLD: gettext_lazy("whether something else comes first:"),
    Effect.WARN: gettext_lazy("whether this warning is shown:"),
}
OF_WORDS = {
    Kind.STATEMENT: gettext_lazy("which sentences of the guideline apply"),
    Kind.DISAGREEMENT: gettext_lazy("where the sources disagree about this patient"),
}


def sentences(book, matters):
    """Say what an answer could still decide, the gravest first; what of it the content says stands by itself."""
    by_kind = {kind: {one.code for one in matters if one.kind is kind} for kind in Kind}
    alerts = [
        _told(OF_ALERTS[alert.effect], f"“{alert.text}”")
        for alert in book.rulebook.alerts
        if alert.code in by_kind[Kind.ALERT]
    ]
    treatments = [_told(said, _names(book, by_kind[kind])) for kind, said in OF_TREATMENTS.items() if by_kind[kind]]
    return [*alerts, *treatments, *(_told(said) for kind, said in OF_WORDS.items() if by_kind[kind])]


def _told(said, what=""):
    return {"said": str(said), "what": what}


def _names(book, codes):
    names = [name for code, name in book.treatments.items() if code in codes]
    shown, more = names[:MOST_NAMED], len(names) - MOST_NAMED
    if more <= 0:
        return ", ".join(shown)
    rest = ngettext("%(count)d more", "%(count)d more", more) % {"count": more}
    return _("%(names)s and %(rest)s") % {"names": ", ".join(shown), "rest": rest}
