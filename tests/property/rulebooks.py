"""Random rulebooks on the questions of the made-up guideline: populations, places, exclusions, doses and alerts."""

import os
from itertools import pairwise

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.spec import ward, ward_rules


EXAMPLES = int(os.environ.get("EXAMPLES", "0"))

thorough = settings(
    max_examples=EXAMPLES or 20,
    deadline=None,
    derandomize=not EXAMPLES,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
"""The same few examples in every run; EXAMPLES=2000 looks for new ones."""

TREATMENTS = ("alphadone", "betadone", "gel", "rest")
BOOLEANS = ("smoker", "fever", "dialysis", "chronic_liver_disease", "extreme_muscle", "pregnant", "broken_skin")
BOUNDS = {"age": (18, 50, 75), "creatinine": (1, 2), "crcl": (15, 30, 60), "relief": (30, 50), "liver_score": (7, 10)}
CHOICES = {"condition": ("ache", "itch"), "sex": ("female",), "liver_class": ("b", "c"), "ascites": ("mild",)}
MEMBERS = ("blockers", "aspirin", "alphadone")
ON_TRIALS = ("failed", "not_tolerated", "partial", "responded", "taking", "tried")

flags = st.booleans()


def _pairs(table):
    return [(key, value) for key, values in table.items() for value in values]


def _few(elements, *, least=0, most=3):
    return st.lists(elements, min_size=least, max_size=most)


def _yes(fact):
    return {"fact": fact, "op": "yes"}


def _compared(bound, op):
    return {"fact": bound[0], "op": op, "number": bound[1]}


def _chosen(word):
    return {"fact": word[0], "op": "in", "values": [word[1]]}


def _included(code):
    return {"fact": "medicines", "op": "includes", "values": [code]}


def _tried(op, treatment):
    return {"fact": "trials", "op": op, "values": [treatment]}


lines_on_facts = st.one_of(
    st.builds(_yes, st.sampled_from(BOOLEANS)),
    st.builds(_compared, st.sampled_from(_pairs(BOUNDS)), st.sampled_from(("lt", "le", "gt", "ge"))),
    st.builds(_chosen, st.sampled_from(_pairs(CHOICES))),
    st.builds(_included, st.sampled_from(MEMBERS)),
    st.builds(_tried, st.sampled_from(ON_TRIALS), st.sampled_from(("alphadone", "dones", "gel"))),
)


def _named(population):
    return {"population": population}


@st.composite
def populations(draw, count=6):
    """Draw populations p0, p1 …, each on facts and on populations before it; no circle can arise."""
    rows = []
    for place in range(count):
        earlier = st.builds(_named, st.sampled_from([row["code"] for row in rows]))
        line = st.one_of(lines_on_facts, lines_on_facts, earlier) if rows else lines_on_facts
        drawn = draw(_few(st.tuples(line, flags), least=1))
        lines = [one | ({"negated": True} if negated else {}) for one, negated in drawn]
        join = draw(st.sampled_from(("all", "any")))
        rows.append({"code": f"p{place}", "name": f"p{place}", "join": join, "lines": lines})
    return rows


def _numbered(prefix, rows):
    return [{"code": f"{prefix}{place}", **row} for place, row in enumerate(rows)]


def _option(treatment, population, line):
    place = {"rank": 1, "strength": "s", "certainty": "c", "sources": ["R1"]}
    return {"treatment": treatment, "population": population, "line": line} | place


def _rule(treatment, population, severity, places):
    said = {"reason": "Because.", "action": "", "sources": ["R2"], "jurisdictions": places}
    return {"treatments": [treatment], "population": population, "severity": severity} | said


def _options(groups):
    return st.builds(_option, st.sampled_from(TREATMENTS), groups, st.integers(1, 3))


def _rules(groups):
    severities = st.sampled_from(("contraindicated", "avoid", "caution"))
    return st.builds(_rule, st.sampled_from(TREATMENTS), groups, severities, st.sampled_from(([], [], ["eu"])))


@st.composite
def _doses(draw, treatment, groups):
    """Draw the ranges of one treatment: base rows, contiguous bands of clearance, limits on other axes, a supplement."""
    first = draw(_few(groups, most=1))
    rows = [ward_rules.dose(f"{treatment}_f", treatment, "base", indication=p, start=5, maximum=10) for p in first]
    rows.append(ward_rules.dose(f"{treatment}_b", treatment, "base", start=20, maximum=100))
    cuts = sorted(draw(st.sets(st.sampled_from((15, 30, 60)), max_size=2)))
    also = draw(st.sampled_from([{}, {"or_population": "on_dialysis"}, {"population": "p1"}]))
    edges = [None, *cuts, None]
    for place, (low, high) in enumerate(pairwise(edges) if cuts else ()):
        band = ward_rules.band(low, high, high_open=high is not None)
        own = also if place == 0 or "population" in also else {}
        rows.append(
            ward_rules.dose(f"{treatment}_r{place}", treatment, "renal", band=band, maximum=30 + 30 * place, **own)
        )
    for place, (axis, group) in enumerate(
        draw(_few(st.tuples(st.sampled_from(("age", "interaction")), groups), most=2))
    ):
        rows.append(ward_rules.dose(f"{treatment}_l{place}", treatment, axis, population=group, maximum=25 + place))
    if draw(flags):
        group = draw(groups)
        rows.append(ward_rules.dose(f"{treatment}_s", treatment, "renal", "supplement", population=group, maximum=5))
    return rows


@st.composite
def documents(draw):
    """Draw a whole rulebook as a document, with one question asked only of a random population."""
    groups = draw(populations())
    codes = st.sampled_from([row["code"] for row in groups])
    guarded = next(row for row in ward.facts() if row["code"] == "broken_skin")
    free = [row["code"] for row in groups if not _reaches(groups, row["code"], "broken_skin")]
    guard = {"asked_of": draw(st.sampled_from(free))} if free else {}
    dosed = draw(st.sets(st.sampled_from(TREATMENTS), max_size=2))
    alerts = [
        {"population": p, "effect": e, "text": "!", "sources": ["R1"]} for p, e in draw(_few(_alerts(codes), most=2))
    ]
    plain = ward.document_of(populations=groups, facts=[guarded | guard])
    return plain | {
        "options": _numbered("o", draw(_few(_options(codes), most=5))),
        "contraindications": _numbered("c", draw(_few(_rules(codes), most=5))),
        "dose_ranges": [row for treatment in sorted(dosed) for row in draw(_doses(treatment, codes))],
        "alerts": _numbered("a", alerts),
        "impossible": [],
        "disagreements": [],
        "statements": [],
    }


def _alerts(codes):
    return st.tuples(codes, st.sampled_from(("stop", "withhold", "warn", "warn")))


def _reaches(groups, code, fact):
    lines = next(row["lines"] for row in groups if row["code"] == code)
    return any(
        line.get("fact") == fact or ("population" in line and _reaches(groups, line["population"], fact))
        for line in lines
    )


def books():
    """Draw a rulebook that is ready to be asked."""
    return documents().map(ward.compiled_of)
