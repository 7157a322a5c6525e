"""The rules of the made-up guideline: who is meant, what may be given to whom, how much, and on what evidence."""


def _who(code, *lines, join="all"):
    return {"code": code, "name": code.replace("_", " "), "join": join, "lines": list(lines)}


def _treatment(code, kind, **more):
    return {"code": code, "name": code.title(), "kind": kind, "summary": f"{code}.", "sources": ["R1"], **more}


def _option(code, treatment, population, line, rank):
    place = {"line": line, "rank": rank, "strength": "strong", "certainty": "high", "sources": ["R1"]}
    return {"code": code, "treatment": treatment, "population": population, **place}


def _rule(code, severity, population, sources=("R1",), **more):
    words = {"reason": f"Because of {population}.", "action": "Choose another.", "sources": list(sources)}
    return {"code": code, "severity": severity, "population": population, **words, **more}


def _alert(code, effect):
    return {"code": code, "population": code, "effect": effect, "text": f"Mind: {code}.", "sources": ["editorial"]}


def dose(code, treatment, axis, kind="absolute", **more):
    """Give a dose range in mg a day; `band` is low, high and whether each bound is open."""
    row = {"code": code, "treatment": treatment, "axis": axis, "kind": kind, "unit": "mg/day"}
    return row | {"schedule": "once a day", "sources": ["R2/secondary"]} | more


def band(low=None, high=None, *, low_open=False, high_open=False, fact="crcl"):
    """Give a dose band on a fact."""
    edges = {"fact": fact, "low": low, "high": high, "low_open": low_open, "high_open": high_open}
    return {key: value for key, value in edges.items() if value is not None}


SECTIONS = {
    "guideline": {
        "slug": "ward",
        "title": "The ache",
        "question": "What helps an ache?",
        "summary": "Made up.",
        "intended_for": "Tests.",
        "disclaimer": "Not for patients.",
        "owner": "Nobody",
    },
    "topics": [{"code": "person", "title": "The patient"}],
    "populations": [
        _who("female", {"fact": "sex", "op": "in", "values": ["female"]}),
        _who("ache", {"fact": "condition", "op": "in", "values": ["ache"]}),
        _who("itch", {"fact": "condition", "op": "in", "values": ["itch"]}),
        _who("pregnant", {"fact": "pregnant", "op": "yes"}),
        _who("on_dialysis", {"fact": "dialysis", "op": "yes"}),
        _who("child", {"fact": "age", "op": "lt", "number": 18}),
        _who("elderly", {"fact": "age", "op": "ge", "number": 75}),
        _who("fever", {"fact": "fever", "op": "yes"}),
        _who("smoker", {"fact": "smoker", "op": "yes"}),
        _who("broken_skin", {"fact": "broken_skin", "op": "yes"}),
        _who("weak_kidney", {"fact": "crcl", "op": "lt", "number": 30}),
        _who("takes_blocker", {"fact": "medicines", "op": "includes", "values": ["blockers"]}),
        _who("failed_alphadone", {"fact": "trials", "op": "failed", "values": ["alphadone"]}),
        _who(
            "liver_b",
            {"fact": "chronic_liver_disease", "op": "yes"},
            {"fact": "liver_class", "op": "in", "values": ["b"]},
        ),
        _who("old_and_pregnant", {"population": "elderly"}, {"population": "pregnant"}),
    ],
    "impossible": [{"code": "too_old", "population": "old_and_pregnant", "text": "Check age and pregnancy."}],
    "alerts": [_alert("child", "stop"), _alert("fever", "withhold"), _alert("smoker", "warn")],
    "drugs": [
        {"code": code, "name": code.title()} for code in ("alphadone", "betadone", "oxyblock", "miniblock", "aspirin")
    ],
    "drug_classes": [
        {"code": "dones", "name": "Dones", "members": ["alphadone", "betadone"], "sources": ["R1"]},
        {"code": "blockers", "name": "Blockers", "members": ["oxyblock", "miniblock"], "sources": ["R1"]},
    ],
    "treatments": [
        _treatment("alphadone", "drug", drug="alphadone", adequate_dose=60, adequate_weeks=8),
        _treatment("betadone", "drug", drug="betadone", adequate_weeks=4),
        _treatment("gel", "topical"),
        _treatment("rest", "measure"),
    ],
    "options": [
        _option("alpha_ache", "alphadone", "ache", 1, 1),
        _option("beta_ache", "betadone", "ache", 1, 2),
        _option("gel_ache", "gel", "ache", 2, 1),
        _option("rest_itch", "rest", "itch", 1, 1),
    ],
    "contraindications": [
        _rule("c_pregnant", "contraindicated", "pregnant", drug_classes=["dones"]),
        _rule("c_blocker", "avoid", "takes_blocker", drug_classes=["dones"], interaction=True),
        _rule("c_failed", "avoid", "failed_alphadone", treatments=["alphadone"]),
        _rule("c_kidney", "contraindicated", "weak_kidney", treatments=["betadone"], sources=["R3/unverified"]),
        _rule("c_smoker_eu", "avoid", "smoker", treatments=["alphadone"], jurisdictions=["eu"]),
        _rule("c_elderly", "caution", "elderly", treatments=["alphadone", "betadone"], sources=["editorial"]),
        _rule("c_skin", "caution", "broken_skin", treatments=["gel"]),
    ],
    "dose_ranges": [
        dose("a_us", "alphadone", "base", start=50, usual_low=100, usual_high=300, maximum=300, jurisdictions=["us"]),
        dose("a_eu", "alphadone", "base", start=50, usual_low=100, usual_high=600, maximum=600, jurisdictions=["eu"]),
        dose("a_60", "alphadone", "renal", band=band(60), maximum=600),
        dose("a_30", "alphadone", "renal", band=band(30, 60, high_open=True), start=25, maximum=150)
        | {"cells": [{"normal": 300, "low": 150, "high": 150}, {"normal": 100, "low": 25, "high": 50}]},
        dose("a_15", "alphadone", "renal", band=band(15, 30, high_open=True), start=25, maximum=75),
        dose("a_0", "alphadone", "renal", band=band(high=15, high_open=True), or_population="on_dialysis", maximum=40),
        dose("a_hd", "alphadone", "renal", "supplement", population="on_dialysis", start=20, maximum=50),
        dose("a_old", "alphadone", "age", population="elderly", maximum=200),
        dose("b_base", "betadone", "base", start=20, usual_low=40, usual_high=100, maximum=100),
        dose("b_liver", "betadone", "hepatic", "percent", population="liver_b", percent_low=25, percent_high=50),
    ],
    "effects": [
        {"code": "e_alpha", "measure": "NNT", "value": 5.2, "low": 3.8, "high": 8.3, "outcome": "half the ache"}
        | {"comparator": "placebo", "dose": "60 mg", "weeks": "12", "people": "adults", "sources": ["R2"]}
        | {"treatments": ["alphadone"]}
    ],
    "monitoring": [
        {
            "code": "m_bp",
            "phase": "before",
            "text": "Blood pressure.",
            "sources": ["practice"],
            "drug_classes": ["dones"],
        }
    ],
    "statements": [
        {"code": "S1", "section": "first_line", "text": "Try a done.", "sources": ["R1"], "population": "ache"},
        {"code": "S2", "section": "non_drug", "text": "Rest an itch.", "sources": ["R1"], "population": "itch"},
    ],
    "positions": [
        {"code": "p_one", "body": "One", "year": "2020", "people": "adults", "stance": "first_line", "text": "Yes."}
        | {"sources": ["R1"], "treatments": ["alphadone"]},
        {"code": "p_two", "body": "Two", "year": "2022", "people": "adults", "stance": "against", "text": "No."}
        | {"sources": ["R2"], "treatments": ["alphadone"]},
    ],
    "disagreements": [
        {"code": "G1", "question": "Alphadone first?", "positions": ["p_one", "p_two"], "population": "ache"}
    ],
    "references": [
        {"code": code, "kind": "article", "title": f"Paper {code}", "verification": "primary"}
        for code in ("R1", "R2", "R3")
    ],
    "cases": [
        {"code": "V1", "title": "The well man", "answers": "age: 50", "expects": "not in: ache"},
    ],
}
