"""Every rule fires in a worked patient, and nearly fires in another."""

from guidelines.engine.population import Join, Line, Op, Population
from tests.unit.guidelines.readiness.ready import added, changed, errors, like, said, without


def test_never_fired():
    """Fires in no worked patient. Add a case in which it does, so that losing it is noticed."""
    light = Population("light", "under 49.9 kg", Join.ALL, (Line(fact="weight", op=Op.LT, number=49.9),))
    rule = like("contraindications", "two_soothers", code="too_light", population="light", jurisdictions=())
    whole = added("contraindications", rule, whole=added("populations", light))
    assert errors(whole) == [said("never_fired", "contraindications[too_light]")]


def test_never_nearly_fired():
    """Nearly fires in no worked patient. Add a case that is one condition away from it, so that widening it is noticed."""
    whole = changed("cases", "V02b", answers="jurisdiction: us\nage: 17\nweight: 70")
    assert errors(whole) == []
    assert errors(without("cases", "V01", whole)) == [said("never_nearly_fired", "dose_ranges[calmol_light]")]
