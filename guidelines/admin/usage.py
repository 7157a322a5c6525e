"""Usage: which rows name a row, so that deleting it can be refused in words."""

import re
from collections import defaultdict
from functools import reduce
from operator import or_

from django.db import router
from django.db.models import ProtectedError, Q, RestrictedError
from django.db.models.deletion import Collector

from guidelines.models import Case, Line
from guidelines.models.listing import Listing
from guidelines.models.row import GuidelineRow, PartRow


def users(row):
    """Return the rows that name a row: by a link, in a population's list of codes, or in a line of a case."""
    found = {*_linked(row), *_listing(row), *_mentioning(row)} - {row}
    return sorted(found, key=lambda user: (user._meta.verbose_name, str(user)))


def _linked(row):
    collector = Collector(using=router.db_for_write(type(row)), origin=row)
    try:
        collector.collect([row])
    except RestrictedError as error:
        return _owners(error.restricted_objects)
    except ProtectedError as error:
        return _owners(error.protected_objects)
    return []


def _owners(linking):
    """Follow rows of a linking table, and rows that are part of another, to the rows that an editor knows."""
    wanted = defaultdict(set)
    for one in linking:
        owner = one._meta.auto_created or type(one)
        wanted[owner].add(_end(one, owner) if one._meta.auto_created else one.pk)
    owners = [one for owner, keys in wanted.items() for one in owner._base_manager.filter(pk__in=keys)]
    parts = [one for one in owners if isinstance(one, PartRow)]
    whole = [one for one in owners if not isinstance(one, PartRow)]
    return [*whole, *_parents(parts)]


def _end(link, owner):
    field = next(field for field in link._meta.fields if field.is_relation and field.related_model is owner)
    return getattr(link, field.attname)


def _parents(parts):
    wanted = defaultdict(set)
    for part in parts:
        wanted[part._meta.get_field("parent").related_model].add(part.parent_id)
    return [one for table, keys in wanted.items() for one in table._base_manager.filter(pk__in=keys)]


def _listing(row):
    """Return the populations that name a row in a list of codes."""
    lists = [field.name for field in Line._meta.fields if isinstance(field, Listing)]
    mentioning = reduce(or_, (Q(**{f"{name}__contains": row.pk}) for name in lists))
    lines = Line.objects.filter(mentioning) if isinstance(row.pk, str) else ()
    return _parents([line for line in lines if any(row.pk in getattr(line, name) for name in lists)])


def _mentioning(row):
    if not hasattr(row, "code") or isinstance(row, Case):
        return []
    cases = Case.objects.filter(Q(answers__contains=row.code) | Q(expects__contains=row.code))
    if isinstance(row, GuidelineRow):
        cases = cases.filter(guideline=row.guideline_id)
    word = re.compile(rf"(?<![\w.-]){re.escape(row.code)}(?![\w.-])")
    return [case for case in cases if word.search(f"{case.answers}\n{case.expects}")]
