"""The preview: the working copy as it would read as an edition; for its editors and reviewers, never for patients."""

from collections import OrderedDict
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from guidelines import assembly, ledger, library
from guidelines.engine import document
from guidelines.engine.canonical import Plain
from guidelines.engine.compilation import Compiled, compiled
from guidelines.library import Reading
from guidelines.models import Guideline


STATUS = gettext_noop("Working copy: not for patients")
MOST_KEPT = 4

_kept: OrderedDict[str, Compiled] = OrderedDict()


def working_copy(slug: str, *, at: datetime) -> Reading:
    """Return the working copy of a guideline as it stands now, ready to advise from.

    Raises library.Absent where there is no such guideline, document.Unreadable where it is not sound.
    """
    guideline = Guideline.objects.filter(pk=slug).first()
    if guideline is None:
        raise library.Absent(_("There is no guideline of this name."))
    plain = assembly.assembled(guideline)
    digest = document.digest(plain)
    return Reading(
        slug=slug,
        number=0,
        sha256=digest,
        status=STATUS,
        edition_id=0,
        compiled=_compiled(digest, plain),
        document=plain,
        submitted_at=at,
        title=guideline.title,
        question=guideline.question,
        withdrawal=None,
    )


def enter(reading: Reading, *, case: str, by: ledger.Actor, at: datetime) -> None:
    """Enter in the ledger that somebody looked at what a working copy advises; nothing else is kept of it."""
    ledger.append("preview", by=by, subject=reading.slug, detail={"case": case, "sha256": reading.sha256}, at=at)


def _compiled(digest: str, plain: dict[str, Plain]) -> Compiled:
    """Compile a document, or find it as it was compiled before: the digest covers all that it says."""
    if digest not in _kept:
        _kept[digest] = compiled(document.read(plain))
    _kept.move_to_end(digest)
    while len(_kept) > MOST_KEPT:
        _kept.popitem(last=False)
    return _kept[digest]
