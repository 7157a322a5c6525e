"""Mutants: which mistakes are planted in a rulebook, which of its cases notice them, and how that is said."""

from dataclasses import replace

import pytest

from guidelines.engine import case as worked
from guidelines.engine import soundness
from guidelines.engine.compilation import compiled
from guidelines.engine.mutation import planting, sentence
from guidelines.engine.mutation.hunt import Failing, Fate, Hunt, refusable
from guidelines.engine.mutation.mutant import Kind, applied
from guidelines.engine.rulebook import Case
from tests.spec import ward


WELL = "jurisdiction: us\nage: 50\nsex: male\nweight: 70\nheight: 175\ncreatinine: 1.0\ncondition: ache"
CASES = [
    ("well", "", "only first: alphadone, betadone\noffer: gel\ndose: alphadone start 50 max 300"),
    ("old", "age: 75", "caution: alphadone, betadone\ndose: alphadone max 200"),
    ("blocked", "medicines: oxyblock", "exclude: alphadone, betadone\nreason: alphadone c_blocker avoid"),
    ("weak", "creatinine: 3.5", "exclude: betadone\ndose: alphadone start 25 max 75"),
    ("sweet_fever", "fever: yes\nsmoker: yes", "withhold: fever\nwarn: smoker\noffer: alphadone"),
    ("child", "age: 17", "stop: child"),
    ("absurd", "sex: female\nage: 80\npregnant: yes", "refused: pregnant"),
    (
        "open",
        "creatinine: not known\nmedicines: aspirin, ...",
        "check: alphadone, betadone\nask: creatinine, medicines",
    ),
]
NEW = {
    "populations": [
        {
            "code": "two_of_them",
            "name": "people who take two of the lot",
            "join": "any",
            "lines": [
                {
                    "fact": "medicines",
                    "op": "at_least",
                    "number": 2,
                    "values": ["oxyblock", "miniblock", "aspirin"],
                    "besides": ["aspirin"],
                    "or_taking": "trials",
                },
                {"fact": "weight", "op": "gt", "number": 150, "negated": True},
            ],
        },
        {"code": "nobody", "name": "those no rule asks for", "join": "all", "lines": [{"fact": "smoker", "op": "yes"}]},
    ],
    "monitoring": [
        {"code": "m_two", "phase": "during", "text": "Mind them.", "sources": ["practice"], "treatments": ["gel"]}
        | {"population": "two_of_them"}
    ],
}


def book(cases=CASES, **more):
    plain = ward.document_of(**{**NEW, **more})
    return compiled(replace(ward.compiled_of(plain).rulebook, cases=tuple(_case(*case) for case in cases)))


def _case(code, more, expects):
    told = dict(line.split(": ", 1) for line in f"{WELL}\n{more}".strip().splitlines())
    return Case(code, code, "\n".join(f"{fact}: {answer}" for fact, answer in told.items()), expects)


@pytest.fixture(scope="module")
def hunt():
    return Hunt(book())


@pytest.fixture(scope="module")
def fates(hunt):
    return hunt.fates()


def mutant(hunt, code):
    return next(at for at, one in enumerate(hunt.mutants) if one.code == code)


def test_every_kind_of_mistake_is_planted_and_each_once(hunt):
    """No kind is a word only, and a code names one mutant."""
    assert {one.kind for one in hunt.mutants} == set(Kind)
    assert len({one.code for one in hunt.mutants}) == len(hunt.mutants)


def test_the_same_rulebook_gives_the_same_mutants_in_the_same_order(hunt):
    """A report can be compared with the last one line by line."""
    assert planting.mutants(book()) == hunt.mutants


def test_every_mutant_differs_from_the_rulebook(hunt):
    """A mistake that changes nothing would count as unnoticed."""
    rulebook = book().rulebook
    assert [one.code for one in hunt.mutants if applied(rulebook, one) == rulebook] == []


def test_only_what_could_be_refused_is_asked_whether_it_is(hunt):
    """The checks of a whole rulebook are spared where no planted mistake could fail them."""
    rulebook = book().rulebook
    spared = [one for one in hunt.mutants if not refusable(one)]
    assert len(spared) > 50
    assert [one.code for one in spared if soundness.faults(applied(rulebook, one))] == []


FATES = [
    ("contraindications[c_blocker]: dropped", Fate.CAUGHT),
    ("contraindications[c_blocker].severity: caution", Fate.CAUGHT),
    ("contraindications[c_skin]: dropped", Fate.SURVIVED),
    ("populations[elderly].lines[1].number: 76", Fate.CAUGHT),
    ("populations[elderly].lines[1].number: 74", Fate.SURVIVED),
    ("populations[child].lines[1].number: 17", Fate.CAUGHT),
    ("populations[nobody].lines[1].negated: exchanged", Fate.UNREACHED),
    ("drug_classes[blockers].members: without oxyblock", Fate.CAUGHT),
    ("drug_classes[blockers].members: without miniblock", Fate.SURVIVED),
    ("treatments[alphadone].adequate_weeks: 7", Fate.SURVIVED),
    ("alerts[fever].effect: warn", Fate.CAUGHT),
    ("alerts[child]: dropped", Fate.CAUGHT),
    ("impossible[too_old]: dropped", Fate.CAUGHT),
    ("options[gel_ache]: dropped", Fate.CAUGHT),
    ("options[rest_itch].line: 2", Fate.SURVIVED),
    ("dose_ranges[a_us].maximum: 600", Fate.CAUGHT),
    ("dose_ranges[a_us].jurisdictions: all", Fate.SURVIVED),
    ("dose_ranges[a_30].band.low: 30.1", Fate.REFUSED),
    ("dose_ranges[a_15].band.high and dose_ranges[a_30].band.low: 30.1", Fate.SURVIVED),
]


@pytest.mark.parametrize(("code", "fate"), FATES)
def test_what_becomes_of_a_mutant(hunt, fates, code, fate):
    """Caught by a case, unnoticed, refused by the checks that precede every case, or beyond what any advice shows."""
    assert fates[mutant(hunt, code)] is fate


def test_looking_only_where_it_could_show_finds_the_same_as_running_every_case(hunt, fates):
    """The short cut is exact: every third mutant that is not refused, on every case."""
    rulebook = book().rulebook
    for number, one in [*enumerate(hunt.mutants)][::3]:
        mistaken = applied(rulebook, one)
        if not soundness.faults(mistaken):
            read = compiled(mistaken)
            noticed = any(worked.run(read, case) for case in rulebook.cases)
            assert (fates[number] is Fate.CAUGHT) is noticed, one.code


SENTENCES = {
    "populations[elderly].lines[1].number: 74": "“elderly” meant “age at least 74 years” instead of “age at least 75 years”",
    "populations[liver_b].lines[2]: dropped": "“liver b” did not ask for “liver class is b”",
    "populations[liver_b].join: any": "any one line of “liver b” were enough",
    "populations[two_of_them].lines[1].values: without miniblock": "“people who take two of the lot” did not count Miniblock",
    "populations[two_of_them].lines[1].besides: without aspirin": "“people who take two of the lot” counted Aspirin too",
    "drug_classes[blockers].members: without miniblock": "Miniblock did not count as one of the class “Blockers”",
    "contraindications[c_skin]: dropped": "Gel were no longer for caution in “broken skin”",
    "contraindications[c_kidney].severity: caution": "Betadone were for caution instead of contraindicated in “weak kidney”",
    "options[gel_ache].line: 1": "Gel stood at line 1 instead of line 2 for “ache”",
    "alerts[smoker]: dropped": "the alert on “smoker” stayed silent",
    "dose_ranges[a_old].maximum: 400": "the maximum of Alphadone (age dose, elderly) were 400 instead of 200 mg/day",
    "dose_ranges[a_30].cells[300].dose: 300": "the table of Alphadone (renal dose, crcl 30 to below 60 mL/min)"
    " gave 300 instead of 150 for a normal 300",
}


@pytest.mark.parametrize(("code", "said"), SENTENCES.items())
def test_a_mutant_is_said_in_the_words_of_the_rulebook(hunt, code, said):
    """An editor reads names, not codes."""
    found = [hunt.mutants[mutant(hunt, code)]]
    assert sentence.sentences(book(), found) == [f"No case would notice if {said}."]


def test_cases_that_fail_already_would_notice_everything():
    """So nothing is planted before they are mended."""
    with pytest.raises(Failing, match="gel is offer"):
        Hunt(book([("well", "", "exclude: gel")])).fates()
