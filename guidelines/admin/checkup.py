"""Checkups: what readiness and the cases say of a working copy, kept by its digest so that pages need not ask again.

Nothing is decided by what is kept: a submission asks everything anew.
"""

import time

from django.core.cache import cache
from django.utils.dateparse import parse_datetime

from guidelines import readiness, rehearsal
from guidelines.engine import document
from guidelines.models import Contribution


READINESS, REHEARSAL = "readiness", "rehearsal"


def stamp(guideline):
    """Return a mark that changes with every edit of a guideline, for those who cannot afford its digest."""
    newest = Contribution.objects.filter(guideline=guideline).order_by("-pk").values_list("pk", flat=True).first()
    return newest or 0


def inspected(guideline, plain, *, at):
    """Return what readiness finds in a document today, asked now unless it was asked before."""
    kept = found(guideline, READINESS, document.digest(plain), on=at.date())
    return kept or _keep(guideline, READINESS, plain, at, _inspected)


def rehearsed(guideline, plain, *, at):
    """Run the cases of a document now and return which of them fail. Raises Unreadable where it is not sound."""
    return _keep(guideline, REHEARSAL, plain, at, _rehearsed)


def found(guideline, kind, digest, *, on=None):
    """Return what was found of exactly the document of a digest, on this day where a day matters; or None."""
    kept = known(guideline, kind)
    if kept is None or kept["digest"] != digest or (on and kept["at"].date() != on):
        return None
    return kept


def known(guideline, kind):
    """Return what was found last, of whatever document; or None."""
    return _read(cache.get(_key(guideline.pk, kind)))


def all_known(slugs):
    """Return what was found last of several guidelines: by slug and kind."""
    keys = {_key(slug, kind): (slug, kind) for slug in slugs for kind in (READINESS, REHEARSAL)}
    return {keys[key]: _read(kept) for key, kept in cache.get_many(keys).items()}


def _key(slug, kind):
    return f"checkup:{kind}:{slug}"


def _read(kept):
    return kept and kept | {"at": parse_datetime(kept["at"])}


def _keep(guideline, kind, plain, at, ask):
    # The mark comes first: an edit made meanwhile leaves what is found out of date.
    marked, begun = stamp(guideline), time.perf_counter()
    told = ask(plain, at)
    told |= {"seconds": round(time.perf_counter() - begun, 1), "stamp": marked}
    told |= {"digest": document.digest(plain), "at": at.isoformat()}
    cache.set(_key(guideline.pk, kind), told, timeout=None)
    return _read(told)


def _inspected(plain, at):
    try:
        report = readiness.report(document.shaped(plain), today=at.date())
    except document.Unreadable as unreadable:
        errors = [{"code": "unsound", "place": fault.place, "text": fault.text} for fault in unreadable.faults]
        return {"errors": errors, "marks": [], "unchecked": len(readiness.RULES)}
    return {
        "errors": [_said(one) for one in report.errors],
        "marks": [_said(one) for one in report.marks],
        "unchecked": len(report.unchecked),
    }


def _said(finding):
    return {"code": finding.code, "place": finding.place, "text": finding.text}


def _rehearsed(plain, at):
    told = rehearsal.rehearse(document.read(plain))
    failing = [{"code": one.case.code, "failures": list(one.failures)} for one in told if one.failures]
    return {"cases": len(told), "failing": failing}
