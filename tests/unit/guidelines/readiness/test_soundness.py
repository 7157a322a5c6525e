"""What the engine refuses to read is said as findings, and does not hide what else there is to say."""

from guidelines import readiness
from guidelines.engine.dose import Cell
from guidelines.engine.population import Line, Op
from guidelines.engine.treatment import DrugClass
from tests.factories import guideline
from tests.unit.guidelines.readiness.ready import added, book, changed, errors, said


def test_the_made_up_rulebook_is_ready():
    assert errors(book()) == []


def test_unsound():
    """Cannot be read as it stands: {fault}"""
    fault = 'line 1: names the fact "gender", which does not exist.'
    rulebook = changed("populations", "female", lines=(Line(fact="gender", op=Op.YES),))
    assert errors(rulebook) == [said("unsound", "populations[female]", fault=fault)]


def test_every_fault_of_a_dose_table_is_unsound_where_no_other_rule_speaks_of_it():
    fault = "is in drops, the base range in mg/day; use one unit."
    rulebook = changed("dose_ranges", "calmol_heavy", unit="drops")
    assert errors(rulebook) == [said("unsound", "dose_ranges[calmol_heavy]", fault=fault)]


def test_dangling_citation():
    """Cites {reference}, which is not among the references. Add the reference, or cite another."""
    rulebook = changed("statements", "S01", sources=("R10", "R5/secondary"))
    assert errors(rulebook) == [said("dangling_citation", "statements[S01]", reference="R5")]


def test_a_part_of_a_row_cites_too():
    rulebook = changed("dose_ranges", "calmol_heavy", cells=(Cell(40, 20, 20, sources=("R7",)),))
    assert errors(rulebook) == [said("dangling_citation", "dose_ranges[calmol_heavy]", reference="R7")]


def test_unsourced():
    """Names no source. Every rule has at least one: a reference, practice or editorial."""
    assert errors(changed("alerts", "child", sources=())) == [said("unsourced", "alerts[child]")]


def test_left_blank():
    """Leaves {what} blank."""
    rulebook = changed("contraindications", "calmol_pregnancy", action=" ")
    assert errors(rulebook) == [said("left_blank", "contraindications[calmol_pregnancy]", what="action")]


def test_a_blank_is_told_once():
    assert errors(changed("positions", "society_2020", stance=""))[0][0] == "unsound"
    found = errors(changed("alerts", "child", population=""))
    assert found == [said("unsound", "alerts[child]", fault="names no population.")]


def test_a_text_that_a_document_lacks_is_a_blank():
    plain = guideline.content()
    del plain["options"][0]["strength"], plain["effects"][0]["weeks"], plain["guideline"]["owner"]
    assert errors(readiness.opened(plain)) == [
        said("left_blank", "guideline", what="owner"),
        said("strength_missing", "options[water_first]"),
        said("effect_incomplete", "effects[calmol_nnt]", lacking="duration"),
    ]


def test_what_is_unsound_does_not_hide_the_rest():
    rulebook = changed("statements", "S01", sources=())
    rulebook = changed("options", "water_first", rulebook, strength="", follows="nobody_1900")
    rulebook = added("drug_classes", DrugClass("calmol", "Calmols", (), ("R8",)), whole=rulebook)
    assert [(code, place) for code, place, _ in errors(rulebook)] == [
        ("unsound", "drugs[calmol]"),
        ("unsound", "options[water_first]"),
        ("dangling_citation", "drug_classes[calmol]"),
        ("unsourced", "statements[S01]"),
        ("strength_missing", "options[water_first]"),
    ]
