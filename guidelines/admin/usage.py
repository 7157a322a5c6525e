"""Usage: which rows name a row, so that a page can show them and deleting it can be refused in words."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby

from django.db.models import PROTECT, RESTRICT, ManyToOneRel

from guidelines.models import Case, Drug, DrugClass, Edition, Interest, Line, Source, Treatment
from guidelines.models.listing import Listing
from guidelines.models.row import GuidelineRow, PartRow


WORDS = re.compile(r"[\w.-]+")
LISTS = [field.name for field in Line._meta.fields if isinstance(field, Listing)]
IN_LISTS = (Drug, DrugClass, Treatment)


@dataclass(frozen=True, slots=True)
class Naming:
    """That one row names another: which is named, and the table and key of the row that names it."""

    named: str
    table: type
    key: object


def users(row):
    """Return the rows that name a row: by a link, in a population's list of codes, or in a line of a case."""
    wanted = defaultdict(set)
    for naming in _namings(type(row), {row.pk: row}):
        wanted[naming.table].add(naming.key)
    found = {one for table, keys in wanted.items() for one in _rows(table, keys)} - {row}
    return sorted(found, key=lambda user: (user._meta.verbose_name, str(user)))


def _rows(table, keys):
    heavy = ("document",) if table is Edition else ()
    named = ("person", "maker") if table is Interest else ()
    return table._base_manager.filter(pk__in=keys).defer(*heavy).select_related(*named or (None,))


def grouped(row):
    """Return the rows that name a row, by their kind."""
    kinds = groupby(users(row), key=lambda user: type(user))
    return [(table._meta.verbose_name_plural, list(named)) for table, named in kinds]


def counted(table, rows):
    """Return how many rows name each of some rows of one table, by key, in a fixed number of queries."""
    namings = _namings(table, {row.pk: row for row in rows})
    return Counter(one.named for one in namings if (one.table, one.key) != (table, one.named))


def _namings(table, rows):
    return {*_linked(table, rows), *(_listed(rows) if table in IN_LISTS else ()), *_mentioned(rows)}


def _linked(table, rows):
    """Follow what the database itself keeps: whatever refuses that a row goes, and what goes with it and is named."""
    for relation in table._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel):
            continue
        near, column = relation.related_model, relation.field.attname
        if relation.on_delete in (RESTRICT, PROTECT):
            yield from _owners(near, column, rows)
        elif near is Source:
            parents = dict(Source.objects.filter(reference__in=list(rows)).values_list("pk", "reference"))
            for naming in _linked(Source, parents):
                yield Naming(parents[naming.named], naming.table, naming.key)


def _owners(near, column, rows):
    """Yield who names rows in a column; a linking table and a part of a row stand for the row that an editor knows."""
    owner, key = near, "pk"
    if near._meta.auto_created:
        owner = near._meta.auto_created
        key = next(
            field.attname for field in near._meta.fields if field.related_model is owner and field.attname != column
        )
    pairs = near._base_manager.filter(**{f"{column}__in": list(rows)}).values_list(column, key)
    if issubclass(owner, PartRow):
        pairs, owner = _whole(owner, list(pairs)), owner._meta.get_field("parent").related_model
    yield from (Naming(named, owner, user) for named, user in pairs)


def _whole(part, pairs):
    parents = dict(part._base_manager.filter(pk__in=[key for _, key in pairs]).values_list("pk", "parent"))
    return [(named, parents[key]) for named, key in pairs]


def _listed(rows):
    """Yield the populations that name rows in a list of codes."""
    parent = Line._meta.get_field("parent").related_model
    for key, *lists in Line.objects.values_list("parent", *LISTS):
        yield from (Naming(code, parent, key) for codes in lists for code in codes if code in rows)


def _mentioned(rows):
    """Yield the cases that name rows, those of one guideline only for a row of that guideline."""
    named = defaultdict(list)
    for row in rows.values():
        if hasattr(row, "code") and not isinstance(row, Case):
            named[row.code].append(row)
    cases = Case.objects.values_list("pk", "guideline", "answers", "expects") if named else ()
    for key, guideline, *texts in cases:
        for word in named.keys() & set(WORDS.findall("\n".join(texts))):
            for row in named[word]:
                if not isinstance(row, GuidelineRow) or row.guideline_id == guideline:
                    yield Naming(row.pk, Case, key)
