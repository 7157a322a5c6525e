"""Every row is shown with the rows that name it, on its page and counted in its list."""

import pytest
from django.utils.html import strip_tags

from guidelines import assembly
from guidelines.admin import usage
from guidelines.models import Case, Drug, Population, Reference, Source, Statement, Treatment
from guidelines.models.row import CatalogueRow
from tests.factories import guideline, interest
from tests.unit.guidelines.admin import desk as form


SHARED = [table for table in assembly.TABLES.values() if issubclass(table, CatalogueRow)]


def links():
    """Every link from a row, or a part of one, to a row of the catalogue: who names, and what is named."""
    for section, table in assembly.TABLES.items():
        parts = assembly.of_shape(assembly.Shape.ROWS, table, assembly.RECORDS[section])
        for one in (table, *(part.table for part in parts)):
            for row in one.objects.all():
                yield from ((getattr(row, "parent", row), named) for named in named_by(row))


def named_by(row):
    single = [getattr(row, field.name) for field in row._meta.fields if field.is_relation and field.name != "parent"]
    several = [named for field in row._meta.many_to_many for named in getattr(row, field.name).all()]
    found = [named.reference if isinstance(named, Source) else named for named in (*single, *several)]
    return [named for named in found if isinstance(named, CatalogueRow)]


@pytest.mark.django_db
def test_whoever_names_a_row_is_among_its_users(hiccups):
    missing = [(user, named) for user, named in links() if user != named and user not in usage.users(named)]
    assert missing == []


@pytest.mark.django_db
@pytest.mark.parametrize("table", SHARED, ids=lambda table: table._meta.model_name)
def test_a_list_counts_what_the_pages_show(hiccups, table):
    counts = usage.counted(table, table.objects.all())
    assert {row.pk: counts[row.pk] for row in table.objects.all()} == {
        row.pk: len(usage.users(row)) for row in table.objects.all()
    }


@pytest.mark.parametrize(
    ("model", "code", "said"),
    [
        (Drug, "soothol", ["Drug classes soothers", "Cases V01b"]),
        (Population, "child", ["Alerts child", "Populations adult_not_pregnant everybody"]),
        (Reference, "R10", ["Alerts child", "Treatments calmol"]),
        (Treatment, "calmol", ["Options calmol_second", "Cases V01 V01b V02"]),
    ],
)
def test_a_page_says_where_its_row_is_used(desk, model, code, said):
    page = " ".join(strip_tags(desk.get(form.address(model.objects.get(pk=code))).content.decode()).split())
    assert [words for words in said if words not in page.partition("Where it is used")[2]] == []


def test_a_list_links_to_where_a_row_is_used(desk):
    page = desk.get(form.listing(Drug)).content.decode()
    assert '<a href="/admin/guidelines/drug/soothol/change/#used">2 rows</a>' in page


def test_a_row_that_nobody_names_says_so(desk):
    Reference.objects.create(code="R11", kind="trial", title="Unused", verification="primary")
    assert "Nothing names it" in desk.get(form.address(Reference.objects.get(pk="R11"))).content.decode()
    assert ">nothing</td>" in desk.get(form.listing(Reference)).content.decode()


def test_a_maker_in_whom_somebody_has_an_interest_stays(desk):
    maker = interest.make().maker
    page = strip_tags(form.delete(desk, maker).content.decode())
    assert "Interests that name it" in page


@pytest.mark.django_db
def test_a_statement_is_named_by_the_cases_of_its_own_guideline_alone(hiccups):
    guideline.make(slug="others", title="Others")
    Case.objects.filter(code="V01").update(expects="statement: S01")
    for statement in Statement.objects.all():
        assert [case.guideline for case in usage.users(statement)] == [statement.guideline]
