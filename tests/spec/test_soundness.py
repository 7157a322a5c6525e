"""Soundness: a rulebook in which a code names nothing, a rule has no source or a dose band has a hole is not read."""

import pytest

from guidelines.engine import document
from tests.spec import ward
from tests.spec.ward_rules import band, dose


def _faults(**rows):
    return _faults_of(ward.document_of(**rows))


def _faults_of(plain):
    with pytest.raises(document.Unreadable) as caught:
        document.read(plain)
    return [str(fault) for fault in caught.value.faults]


def _row(section, code, **changes):
    return {section: [next(row for row in ward.document_of()[section] if row["code"] == code) | changes]}


DANGLING = [
    # section           row          what it names               of what kind
    ("facts", "smoker", {"topic": "x"}, "topic"),
    ("facts", "smoker", {"asked_of": "x"}, "population"),
    ("facts", "smoker", {"sources": ["x"]}, "reference"),
    ("facts", "bmi", {"inputs": [{"name": "weight", "fact": "x"}, {"name": "height", "fact": "height"}]}, "fact"),
    ("drug_classes", "dones", {"members": ["x"]}, "drug"),
    ("treatments", "gel", {"drug": "x"}, "drug"),
    ("treatments", "gel", {"strengths": [{"amounts": [1], "unit": "mg", "sources": ["x"]}]}, "reference"),
    ("options", "gel_ache", {"treatment": "x"}, "treatment"),
    ("options", "gel_ache", {"population": "x"}, "population"),
    ("options", "gel_ache", {"follows": "x"}, "position"),
    ("options", "gel_ache", {"sources": ["x/secondary"]}, "reference"),
    ("dose_ranges", "a_us", {"treatment": "x"}, "treatment"),
    ("dose_ranges", "a_us", {"indication": "x"}, "population"),
    ("dose_ranges", "a_us", {"population": "x"}, "population"),
    ("dose_ranges", "a_us", {"or_population": "x"}, "population"),
    ("dose_ranges", "a_us", {"jurisdictions": ["x"]}, "jurisdiction"),
    ("dose_ranges", "a_60", {"band": {"fact": "x", "low": 60}}, "fact"),
    ("contraindications", "c_skin", {"population": "x"}, "population"),
    ("contraindications", "c_skin", {"treatments": ["x"]}, "treatment"),
    ("contraindications", "c_skin", {"drug_classes": ["x"]}, "drug class"),
    ("contraindications", "c_skin", {"jurisdictions": ["x"]}, "jurisdiction"),
    ("alerts", "fever", {"population": "x"}, "population"),
    ("impossible", "too_old", {"population": "x"}, "population"),
    ("effects", "e_alpha", {"treatments": ["x"]}, "treatment"),
    ("effects", "e_alpha", {"population": "x"}, "population"),
    ("monitoring", "m_bp", {"drug_classes": ["x"]}, "drug class"),
    ("monitoring", "m_bp", {"population": "x"}, "population"),
    ("statements", "S1", {"population": "x"}, "population"),
    ("positions", "p_one", {"treatments": ["x"]}, "treatment"),
    ("disagreements", "G1", {"positions": ["x"]}, "position"),
    ("disagreements", "G1", {"population": "x"}, "population"),
]


@pytest.mark.parametrize(("section", "code", "changes", "kind"), DANGLING)
def test_a_code_that_names_nothing(section, code, changes, kind):
    """Every code is the code of a row; the fault says where it stands and what is missing."""
    said = f'{section}[{code}]: names the {kind} "x", which does not exist.'
    assert said in _faults(**_row(section, code, **changes))


@pytest.mark.parametrize(
    ("section", "code", "what"),
    [
        ("facts", "smoker", "topic"),
        ("options", "gel_ache", "treatment"),
        ("options", "gel_ache", "population"),
        ("dose_ranges", "a_us", "treatment"),
        ("contraindications", "c_skin", "population"),
        ("alerts", "fever", "population"),
        ("impossible", "too_old", "population"),
    ],
)
def test_a_code_that_is_left_blank_where_one_is_needed(section, code, what):
    """A blank is no code, and would be looked up in vain for every patient."""
    assert f"{section}[{code}]: names no {what}." in _faults(**_row(section, code, **{what: ""}))


UNSOURCED = [
    ("options", "gel_ache"),
    ("dose_ranges", "a_us"),
    ("contraindications", "c_skin"),
    ("alerts", "fever"),
    ("treatments", "gel"),
    ("drug_classes", "dones"),
    ("effects", "e_alpha"),
    ("monitoring", "m_bp"),
    ("statements", "S1"),
    ("positions", "p_one"),
]


@pytest.mark.parametrize(("section", "code"), UNSOURCED)
def test_a_rule_without_a_source(section, code):
    """Every rule has at least one source."""
    assert f"{section}[{code}]: has no source; every rule has at least one." in _faults(
        **_row(section, code, sources=[])
    )


SOURCES = ["R1/primary", "R1/", "practice/secondary", "editorial/unverified", "edition", "edition/secondary"]


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_that_would_hide_its_mark(source):
    """A proposal cannot pass for a second-hand source, nor the edition for a source of its own."""
    assert f'options[gel_ache]: "{source}"' in _faults(**_row("options", "gel_ache", sources=[source]))[0]


COUNT = {"fact": "medicines", "op": "at_least", "number": 2, "values": ["dones"]}
LINES = [
    ({}, "names either a fact or a population"),
    ({"fact": "smoker", "op": "yes", "population": "ache"}, "names either a fact or a population"),
    ({"fact": "x", "op": "yes"}, 'names the fact "x", which does not exist'),
    ({"population": "x"}, 'names the population "x", which does not exist'),
    ({"fact": "smoker"}, "cannot be said of smoker"),
    ({"fact": "smoker", "op": "lt", "number": 1}, '"lt" cannot be said of smoker; allowed are yes'),
    ({"fact": "age", "op": "yes"}, '"yes" cannot be said of age; allowed are lt, le, gt, ge'),
    ({"fact": "age", "op": "lt"}, "age needs a number"),
    ({"fact": "smoker", "op": "yes", "number": 1}, "smoker takes no number"),
    ({"fact": "smoker", "op": "yes", "values": ["x"]}, "smoker takes no values"),
    ({"fact": "condition", "op": "in"}, "condition needs values"),
    ({"fact": "condition", "op": "in", "values": ["stroke"]}, 'condition has no "stroke"'),
    ({"fact": "medicines", "op": "includes", "values": ["asprin"]}, 'medicines has no "asprin"'),
    ({"fact": "smoker", "op": "at_least", "number": 1}, '"at_least" cannot be said of smoker'),
    ({"fact": "medicines", "op": "at_least", "values": ["dones"]}, "medicines needs a number"),
    ({"fact": "medicines", "op": "includes", "number": 1, "values": ["dones"]}, "medicines takes no number"),
    (COUNT | {"values": []}, "medicines needs values"),
    (COUNT | {"values": ["doness"]}, 'medicines has no "doness"'),
    (COUNT | {"number": 0}, "0 cannot be counted to: give a whole number of at least 1 and at most 2"),
    (COUNT | {"number": -1}, "-1 cannot be counted to"),
    (COUNT | {"number": 1.5}, "1.5 cannot be counted to"),
    (COUNT | {"number": 3}, "at most 2, the length of the list"),
    (COUNT | {"number": 3, "values": ["dones", "alphadone"]}, "at most 2, the length of the list"),
    (COUNT | {"besides": ["alphadone"]}, "at most 1, the length of the list"),
    (COUNT | {"besides": ["aspirin"]}, 'besides leaves out "aspirin", which is not among its values'),
    (COUNT | {"or_taking": "history"}, 'or_taking names "history", which is no fact of the kind trials'),
    (COUNT | {"or_taking": "smoker"}, 'or_taking names "smoker", which is no fact of the kind trials'),
    (
        {"fact": "medicines", "op": "includes", "values": ["dones"], "besides": ["alphadone"]},
        'only after "at_least" stand besides and or_taking',
    ),
    (
        {"fact": "age", "op": "ge", "number": 65, "or_taking": "trials"},
        'only after "at_least" stand besides and or_taking',
    ),
    ({"fact": "trials", "op": "failed", "values": ["rests"]}, 'trials has no "rests"'),
    ({"fact": "trials", "op": "includes", "values": ["rest"]}, '"includes" cannot be said of trials'),
]


@pytest.mark.parametrize(("line", "sentence"), LINES)
def test_a_line_that_says_nothing_of_its_fact(line, sentence):
    """A line names a fact or a population, and says of it what can be said of its kind."""
    (fault,) = _faults(populations=[{"code": "odd", "name": "odd", "join": "all", "lines": [line]}])
    assert fault.startswith("populations[odd]: line 1: ")
    assert sentence in fault


def test_no_line_can_ask_whether_something_is_unknown():
    """There is no word for it, so that an answer can never overturn what was settled."""
    line = {"fact": "smoker", "op": "unknown"}
    assert (
        "must be one of yes, lt" in _faults(populations=[{"code": "o", "name": "o", "join": "all", "lines": [line]}])[0]
    )


def test_a_population_without_a_line():
    """An empty population would take in everybody."""
    (fault,) = _faults(populations=[{"code": "all", "name": "all", "join": "all", "lines": []}])
    assert "populations[all]: has no line" in fault


def _who(code, *lines):
    return {"code": code, "name": code, "join": "all", "lines": list(lines)}


def test_a_circle_of_populations():
    """A population that leads back to itself, over one or over two others."""
    for rows in (
        [_who("a", {"population": "a"})],
        [
            _who("a", {"population": "b"}),
            _who("b", {"population": "c", "negated": True}),
            _who("c", {"population": "a"}),
        ],
    ):
        assert "leads back to itself." in _faults(populations=rows)[0]


def test_a_circle_through_the_question_for_whom_a_fact_is_asked():
    """Smoking asked only of smokers can never be known."""
    assert any("leads back to itself" in fault for fault in _faults(**_row("facts", "smoker", asked_of="smoker")))


def test_a_circle_through_the_inputs_of_a_formula():
    """A weight asked only of people with a certain clearance, which needs the weight."""
    assert any("leads back to itself" in fault for fault in _faults(**_row("facts", "weight", asked_of="weak_kidney")))


def test_a_code_that_stands_twice():
    """Two rows of one code are two meanings."""
    plain = ward.document_of()
    plain["options"].append(plain["options"][0])
    assert _faults_of(plain) == ["options[alpha_ache]: stands twice."]


def test_a_drug_and_a_class_of_one_code():
    """Drugs and classes share one name space."""
    drugs = {"drugs": [{"code": "dones", "name": "Dones"}]}
    assert "drugs[dones]: is also the code of a drug class; choose another." in _faults(**drugs)


def test_a_contraindication_of_nothing():
    """A contraindication that names neither treatment nor class would never speak."""
    (fault,) = _faults(**_row("contraindications", "c_skin", treatments=[]))
    assert fault == "contraindications[c_skin]: names no treatment and no drug class."


def test_a_rulebook_without_jurisdictions():
    """Under whose labels the advice is given is a question every guideline asks."""
    plain = ward.document_of()
    plain["facts"] = [row for row in plain["facts"] if row["code"] != "jurisdiction"]
    assert any('must hold a choice "jurisdiction"' in fault for fault in _faults_of(plain))


BANDS = [
    # renal rows of the gel                                     the fault
    ([(None, 30, False, True), (40, None, False, False)], "leaves a gap above the band below it, from 30 to 40"),
    ([(None, 30, False, True), (30, None, True, False)], "leaves a gap"),
    ([(None, 30, False, False), (30, None, False, False)], "both hold at exactly 30"),
    ([(None, 40, False, True), (30, None, False, False)], "overlaps the band below it: 40 is above 30"),
    ([(None, None, False, False), (30, None, False, False)], "overlaps the band below it: an open end is above 30"),
    ([(None, 30, False, True), (None, 60, False, True)], "overlaps"),
    ([(60, 30, False, False)], "the band's low bound is above its high bound"),
]


def _gel(edges, **more):
    rows = [
        dose(f"g_{place}", "gel", "renal", band=band(low, high, low_open=low_open, high_open=high_open), **more)
        for place, (low, high, low_open, high_open) in enumerate(edges)
    ]
    return {"dose_ranges": [dose("g_base", "gel", "base"), *rows]}


@pytest.mark.parametrize(("edges", "sentence"), BANDS)
def test_bands_with_a_gap_or_an_overlap(edges, sentence):
    """Neighbouring bands meet in one point that belongs to exactly one of them."""
    assert sentence in _faults(**_gel(edges))[0]


MEETING = [
    [(None, 30, False, True), (30, None, False, False)],
    [(None, 30, False, False), (30, None, True, False)],
    [(15, 30, False, True), (30, 60, False, True), (60, None, False, False)],
    [(None, None, False, False)],
]


@pytest.mark.parametrize("edges", MEETING)
def test_bands_that_meet(edges):
    """Either neighbour may hold the common bound."""
    assert ward.book(**_gel(edges))


def test_bands_of_two_jurisdictions_may_overlap():
    """Each label has its own bands; an overlap counts only where both speak."""
    us, eu = (dose(f"g_{one}", "gel", "renal", band=band(30), jurisdictions=[one]) for one in ("us", "eu"))
    base = dose("g_base", "gel", "base")
    assert ward.book(dose_ranges=[base, us, eu])
    assert "overlaps" in _faults(dose_ranges=[base, us, eu | {"jurisdictions": ["us", "eu"]}])[0]


AMOUNTS = [
    (dose("g", "gel", "base", start=60, maximum=50), "start 60 must be above 0 and no higher than the maximum"),
    (dose("g", "gel", "base", start=0), "start 0 must be above 0"),
    (dose("g", "gel", "base", usual_low=-5), "usual_low -5 must be above 0"),
    (dose("g", "gel", "base", usual_high=60, maximum=50), "usual_high 60 must be above 0 and no higher"),
    (dose("g", "gel", "base", "percent"), "a percent range needs percent_low"),
    (dose("g", "gel", "base", "proportional", band=band(15)), "a proportional range needs per and a band"),
    (dose("g", "gel", "base", "proportional", per=15), "a proportional range needs per and a band"),
    (dose("g", "gel", "renal", maximum=50), "limits a dose of gel, which has no base range"),
    (dose("b_liver", "betadone", "hepatic", unit="g/day"), "is in g/day, the base range in mg/day; use one unit"),
    (dose("g", "gel", "base", band=band(fact="smoker")), "the band's fact smoker is no number"),
]


@pytest.mark.parametrize(("row", "sentence"), AMOUNTS)
def test_amounts_that_cannot_be(row, sentence):
    """A start above the maximum, a dose of nothing, and a share of what is not said."""
    assert f"dose_ranges[{row['code']}]: {sentence}" in _faults(dose_ranges=[row])[0]
