"""Parlance: the engine's fixed words, for pages to say in the reader's language; the engine itself speaks one only."""

from django.utils.translation import gettext_noop


# The language of content that does not say another, as settings and as a page name it.
CONTENT, CONTENT_TAG = "en-gb", "en"


# Of an edition's document.
SECTIONS = {
    "topics": gettext_noop("Topics"),
    "facts": gettext_noop("Facts"),
    "populations": gettext_noop("Populations"),
    "treatments": gettext_noop("Treatments"),
    "options": gettext_noop("Options"),
    "references": gettext_noop("References"),
    "impossible": gettext_noop("Impossible combinations"),
    "alerts": gettext_noop("Alerts"),
    "drugs": gettext_noop("Drugs"),
    "drug_classes": gettext_noop("Drug classes"),
    "makers": gettext_noop("Makers"),
    "dose_ranges": gettext_noop("Dose ranges"),
    "effects": gettext_noop("Effect estimates"),
    "contraindications": gettext_noop("Contraindications"),
    "monitoring": gettext_noop("Monitoring"),
    "safety": gettext_noop("Safety"),
    "statements": gettext_noop("Statements"),
    "positions": gettext_noop("Positions"),
    "disagreements": gettext_noop("Disagreements"),
    "synonyms": gettext_noop("Synonyms"),
    "cases": gettext_noop("Worked patients"),
}

# Of the difference between two editions: what is gathered under which heading, and what became of a row.
HEADINGS = (
    gettext_noop("Contraindications, new, removed or changed"),
    gettext_noop("Doses"),
    gettext_noop("Recommendations, alerts and who is meant"),
    gettext_noop("Evidence and sources"),
    gettext_noop("Wording"),
    gettext_noop("Worked patients"),
)
KINDS = (gettext_noop("added"), gettext_noop("changed"), gettext_noop("removed"))

# Of the comparison of two advices.
SHIFTS = (
    gettext_noop("alert lost"),
    gettext_noop("no longer excluded"),
    gettext_noop("maximum raised"),
    gettext_noop("caution lost"),
    gettext_noop("now excluded"),
    gettext_noop("maximum lowered"),
    gettext_noop("verdict changed"),
    gettext_noop("dose changed"),
    gettext_noop("alert gained"),
    gettext_noop("place changed"),
    gettext_noop("reasons changed"),
    gettext_noop("answers refused"),
)

# A profession as a review step keeps it.
PROFESSIONS = (
    gettext_noop("physician"),
    gettext_noop("pharmacist"),
    gettext_noop("nurse"),
    gettext_noop("student"),
    gettext_noop("other"),
)

# Which body weight a formula was worked out with.
METHODS = (gettext_noop("total"), gettext_noop("ideal"), gettext_noop("adjusted"))

# How the record of a reference was seen.
SEEN = (gettext_noop("primary"), gettext_noop("secondary"), gettext_noop("unverified"))

# How surely something was seen, beside whatever rests on it.
MARKS = (
    gettext_noop("secondary source"),
    gettext_noop("pending clinical sign-off (unverified)"),
    gettext_noop("pending clinical sign-off (editorial proposal)"),
)
