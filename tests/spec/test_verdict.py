"""The verdict on a treatment: the order in which its reasons decide, and that every one of them is told."""

import pytest

from tests.spec import ward


def _verdict(code="alphadone", of=ward.BOOK, **changes):
    return ward.option(code, of, **changes)["verdict"]


def _rules(code="alphadone", of=ward.BOOK, kind="against", **changes):
    return [row["rule"] for row in ward.option(code, of, **changes)["reasons"] if row["kind"] == kind]


ORDER = [
    # patient                                             verdict          because
    ({}, "offer"),  # nothing speaks against it
    ({"age": 80}, "caution"),  # a caution holds
    ({"broken_skin": None}, "offer"),  # another treatment's caution is unknown
    ({"medicines": {"oxyblock": True}}, "exclude"),  # an exclusion holds
    ({"medicines": {"oxyblock": True}, "age": 80}, "exclude"),  # an exclusion goes before a caution
    ({"medicines": {"oxyblock": True}, "condition": "itch"}, "exclude"),  # … and before "not indicated"
    ({"medicines": {"oxyblock": True}, "creatinine": None}, "exclude"),  # … and before an unknown dose
    ({"condition": "itch"}, "not_indicated"),  # no place for it here
    ({"condition": "itch", "medicines": None}, "not_indicated"),  # … whatever may exclude it
    ({"condition": "itch", "creatinine": None}, "not_indicated"),  # … whatever its dose would be
    ({"condition": None}, "check"),  # its place is unknown
    ({"medicines": None}, "check"),  # an exclusion is unknown
    ({"medicines": None, "age": 80}, "check"),  # … which goes before a caution
    ({"creatinine": None}, "check"),  # its dose is unknown
    ({"jurisdiction": None}, "check"),  # whose label is unknown
]


@pytest.mark.parametrize(("changes", "verdict"), ORDER)
def test_what_decides(changes, verdict):
    """Exclude, then not indicated, then check, then caution, then offer."""
    assert _verdict(**changes) == verdict


def test_an_unknown_caution_does_not_hold_back_an_offer_and_is_listed():
    """Whether the skin is broken is not known: gel is offered, the caution is told as unknown and can be asked."""
    given = ward.advised(broken_skin=None)
    gel = next(row for row in given["options"] if row["code"] == "gel")
    assert gel["verdict"] == "offer"
    assert [(row["rule"], row["kind"], row["severity"]) for row in gel["reasons"]][1:] == [
        ("c_skin", "unknown", "caution")
    ]
    assert {"fact": "broken_skin", "settles": []}.items() <= given["missing"][0].items()


def test_all_reasons_against_are_told():
    """Pregnant, on a blocker and after a failed trial: three reasons, not the first of them."""
    trial = {"treatment": "alphadone", "outcome": "none", "daily_dose": 60, "weeks": 8}
    changes = {"sex": "female", "pregnant": True, "medicines": {"miniblock": True}, "trials": [trial]}
    assert _rules(**changes) == ["c_pregnant", "c_blocker", "c_failed"]


def test_cautions_and_unknowns_are_told_beside_an_exclusion():
    """What is excluded still tells its caution, and what is not known of it."""
    changes = {"medicines": {"oxyblock": True}, "age": 80, "sex": "female"}
    assert _rules(**changes) == ["c_blocker", "c_elderly"]
    assert _rules(kind="unknown", **changes) == ["c_pregnant"]


def test_a_reason_says_what_of_the_patient_decided_it():
    """The reason names the rule, the medicine that matters, what to do, and its source."""
    found = ward.option("alphadone", medicines={"oxyblock": True, "aspirin": True, "complete": True})
    reason = next(row for row in found["reasons"] if row["rule"] == "c_blocker")
    assert reason == {
        "kind": "against",
        "severity": "avoid",
        "rule": "c_blocker",
        "text": "Because of takes_blocker.",
        "action": "Choose another.",
        "facts": {"medicines": "Oxyblock"},
        "sources": ["R1"],
        "mark": None,
    }


MARKS = [
    ("betadone", {"creatinine": 5}, "c_kidney", "pending clinical sign-off (unverified)"),
    ("alphadone", {"age": 80}, "c_elderly", "pending clinical sign-off (editorial proposal)"),
    ("gel", {"broken_skin": True}, "c_skin", None),
]


@pytest.mark.parametrize(("code", "changes", "rule", "mark"), MARKS)
def test_a_reason_carries_the_mark_of_its_source(code, changes, rule, mark):
    """Unverified sources and editorial proposals are marked until a clinician has signed them off."""
    reasons = {row["rule"]: row["mark"] for row in ward.option(code, **changes)["reasons"]}
    assert reasons[rule] == mark


def test_an_offer_has_its_reason_too():
    """What is offered says for whom, at which line, and on which source."""
    (reason,) = ward.option("alphadone")["reasons"]
    assert (reason["kind"], reason["rule"], reason["sources"]) == ("for", "alpha_ache", ["R1"])
    assert reason["text"] == "Line 1 for ache."
    assert reason["facts"] == {"condition": "ache"}


def test_not_in_this_guideline_is_a_reason_whose_source_is_the_edition():
    """Rest has no place for an ache; the advice says for whom it has one."""
    (reason,) = ward.option("rest")["reasons"]
    assert (reason["rule"], reason["sources"]) == ("not_in_guideline", ["edition"])
    assert "only for: itch" in reason["text"]
    assert reason["facts"] == {"condition": "ache"}


@pytest.mark.parametrize(
    ("jurisdiction", "verdict"), [("us", "offer"), ("uk", "offer"), ("eu", "exclude"), (None, "check")]
)
def test_a_rule_of_one_jurisdiction(jurisdiction, verdict):
    """What only the European label forbids holds only there, and must be asked while the label is unknown."""
    uk = [row | {"jurisdictions": ["us", "uk"]} for row in ward.document_of()["dose_ranges"] if row["code"] == "a_us"]
    assert _verdict(of=ward.book(dose_ranges=uk), smoker=True, jurisdiction=jurisdiction) == verdict


@pytest.mark.parametrize(("changes", "open_"), [({"jurisdiction": None, "smoker": True}, ["jurisdiction"])])
def test_an_unknown_jurisdiction_is_asked_for(changes, open_):
    """The label is named among the missing facts."""
    assert [row["fact"] for row in ward.advised(**changes)["missing"]] == open_


SKIN_FIRST = {"code": "beta_skin", "treatment": "betadone", "population": "broken_skin", "line": 3, "rank": 1}
SKIN_FIRST |= {"strength": "weak", "certainty": "low", "sources": ["R2"]}


@pytest.mark.parametrize(
    ("broken", "option", "line", "verdict"),
    [(True, "beta_skin", 3, "offer"), (False, "beta_ache", 1, "offer"), (None, "beta_skin", 3, "check")],
)
def test_of_two_places_the_first_declared_wins(broken, option, line, verdict):
    """A patient in both populations stands where the editors put the first; unknown, it is not passed over."""
    options = [SKIN_FIRST, *(row for row in ward.document_of()["options"] if row["code"] == "beta_ache")]
    rest = [row for row in ward.document_of()["options"] if row["code"] != "beta_ache"]
    book = ward.compiled_of(ward.document_of() | {"options": [*options, *rest]})
    found = ward.option("betadone", book, broken_skin=broken)
    assert (found["option"], found["line"], found["verdict"]) == (option, line, verdict)


@pytest.mark.parametrize(("broken", "option"), [(True, "beta_skin"), (False, "beta_ache"), (None, "beta_ache")])
def test_an_open_question_neither_promotes_nor_holds_back_what_has_its_place(broken, option):
    """Where the unknown place would stand higher, the treatment is offered at the place that it has anyway."""
    options = {row["code"]: row for row in ward.document_of()["options"]}
    higher = [SKIN_FIRST | {"line": 1}, options.pop("beta_ache") | {"line": 2}, *options.values()]
    found = ward.option("betadone", ward.compiled_of(ward.document_of() | {"options": higher}), broken_skin=broken)
    assert (found["option"], found["verdict"]) == (option, "offer")


def test_treatments_stand_in_order():
    """What may be offered first, by line and rank; then what to check, what is excluded, and what has no place."""
    given = ward.advised(medicines=None, broken_skin=True)
    found = [(row["code"], row["verdict"]) for row in given["options"]]
    assert found == [("gel", "caution"), ("alphadone", "check"), ("betadone", "check"), ("rest", "not_indicated")]


def test_what_needs_no_caution_comes_before_what_does_within_a_line():
    """A higher rank does not put a treatment with a caution before one without."""
    first = {"code": "gel_ache", "treatment": "gel", "population": "ache", "line": 1, "rank": 1}
    first |= {"strength": "strong", "certainty": "low", "sources": ["R2"]}
    given = ward.advised(ward.book(options=[first]), broken_skin=True)
    live = [(row["code"], row["verdict"]) for row in given["options"] if row["line"] == 1]
    assert live.index(("betadone", "offer")) < live.index(("gel", "caution"))


def test_a_reason_names_every_medicine_that_made_it():
    """Two conditions on the list of medicines: both medicines are named, not only the last one looked at."""
    lines = [{"fact": "medicines", "op": "includes", "values": [drug]} for drug in ("oxyblock", "herbal")]
    both = {"code": "takes_both", "name": "takes both", "join": "all", "lines": lines}
    rule = {"code": "both", "treatments": ["betadone"], "population": "takes_both", "severity": "caution"}
    rule |= {"reason": "Two at once.", "action": "Choose one.", "sources": ["R1"]}
    book = ward.book(populations=[both], contraindications=[rule])
    taken = {"oxyblock": True, "herbal": True, "complete": True}
    found = ward.option("betadone", book, medicines=taken)
    reason = next(reason for reason in found["reasons"] if reason["rule"] == "both")
    assert "herbal tea" in reason["facts"]["medicines"]
    assert "xyblock" in reason["facts"]["medicines"]
