"""Random rulebooks on the questions of the made-up guideline: populations, places, exclusions, doses and alerts."""

from itertools import pairwise

from tests.spec import ward
from tests.spec.ward_rules import band, dose


TREATMENTS = ("alphadone", "betadone", "gel", "rest")
BOOLEANS = ("smoker", "dialysis", "chronic_liver_disease", "extreme_muscle", "pregnant", "broken_skin")
BOUNDS = {"age": (18, 50, 75), "creatinine": (1, 2), "crcl": (15, 30, 60), "relief": (30, 50), "liver_score": (7, 10)}
CHOICES = {"condition": ("ache", "itch"), "sex": ("female",), "liver_class": ("b", "c"), "ascites": ("mild",)}
MEMBERS = ("blockers", "aspirin", "alphadone")
ON_TRIALS = ("failed", "not_tolerated", "partial", "responded", "taking", "tried")


def document(chance):
    """Make up a whole rulebook as a document, with one question asked only of a random population."""
    groups = _populations(chance)
    codes = [row["code"] for row in groups]
    dosed = [treatment for treatment in TREATMENTS if chance.random() < 0.6]
    plain = ward.document_of(populations=groups, facts=_guarded(chance, groups))
    return plain | {
        "options": _numbered("o", chance, 2, 6, lambda: _option(chance, codes)),
        "contraindications": _numbered("c", chance, 0, 6, lambda: _rule(chance, codes)),
        "dose_ranges": [row for treatment in dosed for row in _doses(chance, treatment, codes)],
        "alerts": _numbered("a", chance, 0, 2, lambda: _alert(chance, codes)),
        "impossible": [],
    }


def _numbered(prefix, chance, least, most, make):
    return [{"code": f"{prefix}{place}"} | make() for place in range(chance.randint(least, most))]


def _populations(chance, count=7):
    """Make up p0, p1 …, each on facts and on populations before it; no circle can arise."""
    rows = []
    for place in range(count):
        lines = [_line(chance, rows) for _ in range(chance.choice((1, 1, 2, 3)))]
        join = chance.choice(("all", "any"))
        rows.append({"code": f"p{place}", "name": f"p{place}", "join": join, "lines": lines})
    return rows


def _line(chance, earlier):
    negated = {"negated": True} if chance.random() < 0.3 else {}
    if earlier and chance.random() < 0.3:
        return {"population": chance.choice(earlier)["code"]} | negated
    return _condition(chance, chance.choice((*BOOLEANS, *BOUNDS, "crcl", *CHOICES, "medicines", "trials"))) | negated


def _condition(chance, fact):
    if fact in BOUNDS:
        return {"fact": fact, "op": chance.choice(("lt", "le", "gt", "ge")), "number": chance.choice(BOUNDS[fact])}
    if fact in CHOICES:
        return {"fact": fact, "op": "in", "values": [chance.choice(CHOICES[fact])]}
    if fact == "medicines" and chance.random() < 0.5:
        return _count(chance)
    if fact == "medicines":
        return {"fact": fact, "op": "includes", "values": [chance.choice(MEMBERS)]}
    if fact == "trials":
        return {"fact": fact, "op": chance.choice(ON_TRIALS), "values": [chance.choice(("alphadone", "dones", "gel"))]}
    return {"fact": fact, "op": "yes"}


def _count(chance):
    line = {"fact": "medicines", "op": "at_least", "number": chance.randint(1, 3), "values": ["blockers", *MEMBERS[1:]]}
    besides = {"besides": [chance.choice(("oxyblock", "alphadone"))]} if chance.random() < 0.3 else {}
    return line | besides | ({"or_taking": "trials"} if chance.random() < 0.5 else {})


def _guarded(chance, groups):
    skin = next(row for row in ward.facts() if row["code"] == "broken_skin")
    free = [row["code"] for row in groups if not _reaches(groups, row["code"], "broken_skin")]
    return [skin | ({"asked_of": chance.choice(free)} if free else {})]


def _reaches(groups, code, fact):
    lines = next(row["lines"] for row in groups if row["code"] == code)
    named = [line["population"] for line in lines if "population" in line]
    return any(line.get("fact") == fact for line in lines) or any(_reaches(groups, one, fact) for one in named)


def _option(chance, codes):
    place = {"line": chance.randint(1, 3), "rank": 1, "strength": "s", "certainty": "c", "sources": ["R1"]}
    return {"treatment": chance.choice(TREATMENTS), "population": chance.choice(("ache", "ache", *codes))} | place


def _rule(chance, codes):
    said = {"reason": "Because.", "action": "", "sources": ["R2"]}
    where = {"jurisdictions": ["eu"]} if chance.random() < 0.2 else {}
    severity = chance.choice(("contraindicated", "avoid", "caution"))
    return (
        {"treatments": [chance.choice(TREATMENTS)], "population": chance.choice(codes), "severity": severity}
        | said
        | where
    )


def _alert(chance, codes):
    effect = chance.choice(("stop", "withhold", "warn", "warn"))
    return {"population": chance.choice(codes), "effect": effect, "text": "Mind.", "sources": ["R1"]}


def _doses(chance, treatment, codes):
    """Make up the ranges of one treatment: base rows, contiguous bands, limits on other axes, a supplement."""

    def row(name, axis, kind="absolute", **more):
        return dose(f"{treatment}_{name}", treatment, axis, kind, **more)

    rows = [row("b", "base", start=20, maximum=100)]
    if chance.random() < 0.4:
        rows.insert(0, row("f", "base", indication=chance.choice(codes), start=5, maximum=10))
    if chance.random() < 0.6:
        rows += _bands(chance, row)
    for place in range(chance.randrange(3)):
        axis = chance.choice(("age", "interaction", "hepatic"))
        rows.append(row(f"l{place}", axis, population=chance.choice(codes), maximum=25 + place))
    if chance.random() < 0.3:
        rows.append(row("s", "renal", "supplement", population=chance.choice(codes), maximum=5))
    return rows


def _bands(chance, row):
    edges = [None, *sorted(chance.sample((15, 30, 60), chance.randint(1, 2))), None]
    on_dialysis = {"or_population": "on_dialysis"} if chance.random() < 0.5 else {}
    whom = {"population": "p1"} if chance.random() < 0.3 else {}
    for place, (low, high) in enumerate(pairwise(edges)):
        here = band(low, high, high_open=high is not None)
        yield row(f"r{place}", "renal", band=here, maximum=30 + 30 * place, **whom, **({} if place else on_dialysis))
