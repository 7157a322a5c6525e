"""What is recommended has a strength, a certainty and a source, can be reached, and is not ruled out."""

from dataclasses import replace

from guidelines.engine.rulebook import Severity
from tests.unit.guidelines.readiness.ready import added, book, changed, errors, like, places, said


def no_water(**fields):
    """The rulebook with a contraindication of water for everybody."""
    row = like("contraindications", "calmol_pregnancy", code="no_water", treatments=("water",), population="everybody")
    return added("contraindications", replace(row, **fields))


def test_strength_missing():
    """States no strength. Give it in the words of the source, or write “not stated in the source seen”."""
    rulebook = changed("options", "water_first", strength=" ")
    assert errors(rulebook) == [said("strength_missing", "options[water_first]")]


def test_certainty_missing():
    """States no certainty of the evidence. Give it in the words of the source, or write “not stated in the source seen”."""
    rulebook = changed("options", "water_first", certainty="")
    assert errors(rulebook) == [said("certainty_missing", "options[water_first]")]


def test_no_primary_source():
    """Rests on no source that was seen itself ({sources}), and does not say so. Cite one that was, or mark each as what it
    is."""
    digest = added("references", like("references", "R9", code="R11", verification="secondary"))
    rulebook = changed("options", "water_first", digest, sources=("R11",))
    assert said("no_primary_source", "options[water_first]", sources="R11") in errors(rulebook)
    assert errors(changed("options", "water_first", digest, sources=("R10", "R11/secondary"))) == []


def test_second_hand_recommendation():
    """Rests on no source that was seen itself, and says so ({sources})."""
    assert places(book(), "second_hand_recommendation") == ["options[calmol_second]"]
    rulebook = changed("options", "water_first", sources=("R9/secondary",))
    assert errors(rulebook) == []
    assert places(rulebook, "second_hand_recommendation") == ["options[water_first]", "options[calmol_second]"]


def test_superseded_position_followed():
    """Follows the position {position}, which {successor} has taken the place of. Follow that, or say why not."""
    rulebook = changed("positions", "society_2020", superseded_by="agency_2021")
    replaced = {"position": "society_2020", "successor": "agency_2021"}
    assert errors(rulebook) == [said("superseded_position_followed", "options[water_first]", **replaced)]


def test_older_position_followed():
    """Follows the position {position}, though the same body has since spoken of this treatment in {newer}. See whether that
    takes its place."""
    again = like("positions", "society_2020", code="society_2024", body="The society 2024", year="2024")
    assert places(added("positions", again), "older_position_followed") == ["options[water_first]"]
    assert errors(added("positions", again)) == []
    other = replace(again, treatments=("calmol",))
    assert places(added("positions", other), "older_position_followed") == []


def test_position_against_followed():
    """Offers a treatment and follows the position {position}, which speaks against it."""
    rulebook = changed("options", "water_first", follows="agency_2021")
    assert errors(rulebook) == [said("position_against_followed", "options[water_first]", position="agency_2021")]


def test_recommended_and_not():
    """Is recommended for {population}, and in every one of these patients ruled out by {rules}."""
    told = said("recommended_and_not", "options[water_first]", population="everybody", rules="no_water")
    assert told in errors(no_water())


def test_a_caution_rules_nobody_out():
    assert places(no_water(severity=Severity.CAUTION), "recommended_and_not") == []


def test_what_one_jurisdiction_rules_out_may_be_recommended_in_another():
    assert places(no_water(jurisdictions=("us",)), "recommended_and_not") == []
    assert places(no_water(jurisdictions=("us", "eu")), "recommended_and_not") == ["options[water_first]"]


def test_what_a_stopping_alert_takes_from_all_is_not_recommended():
    rulebook = changed("options", "calmol_second", population="child")
    told = {"population": "child", "rules": "an alert that stops the advice"}
    assert said("recommended_and_not", "options[calmol_second]", **told) in errors(rulebook)


def test_option_unreachable():
    """Is never reached: {earlier} come before it and take every one of its patients."""
    again = like("options", "water_first", code="water_for_children", population="child", line=2)
    rulebook = added("options", again)
    assert errors(rulebook) == [said("option_unreachable", "options[water_for_children]", earlier="water_first")]
