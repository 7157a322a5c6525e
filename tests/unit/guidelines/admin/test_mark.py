"""A list shows the mark that each row's sources give it, and narrows to one mark."""

import pytest

from guidelines.models import Contraindication, Monitoring, Position
from tests.unit.guidelines.admin import desk as form


@pytest.mark.parametrize(
    ("model", "key", "codes"),
    [
        (Contraindication, "editorial", ["two_soothers"]),
        (Contraindication, "pending", ["two_soothers"]),
        (Contraindication, "none", ["calmol_pregnancy"]),
        (Monitoring, "pending", ["calmol_sleep"]),
        (Position, "secondary", []),
        (Position, "pending", ["agency_2021"]),
    ],
)
def test_a_list_narrows_to_a_mark(desk, model, key, codes):
    page = desk.get(form.listing(model), {"mark": key})
    assert [row.pk for row in page.context["cl"].result_list] == codes


def test_a_list_shows_the_mark(desk):
    assert "pending clinical sign-off (editorial proposal)" in desk.get(form.listing(Contraindication)).content.decode()
