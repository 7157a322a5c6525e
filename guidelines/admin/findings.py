"""Findings: what is found of a working copy, a sentence once with every row that it is true of, each led to where it is edited."""

from guidelines import assembly, readiness
from guidelines.admin import address
from guidelines.admin.soundness import PLACE, in_words


def grouped(guideline, findings):
    """Return what is found, by its sentence and in its order, with the rows that it is said of."""
    places = [finding["place"] for finding in findings]
    addresses, groups = address.of_places(guideline, places), {}
    for finding in findings:
        row = _named(finding["place"]) | {"address": addresses.get(finding["place"], "")}
        text = readiness.told(finding.get("code", ""), finding["text"])
        groups.setdefault(text[:1].upper() + text[1:], []).append(row)
    return [{"text": text, "rows": rows} for text, rows in groups.items()]


def kinds(guideline, findings):
    """Return what is found, by the rule that found it, the most frequent first."""
    by_rule = {}
    for finding in findings:
        by_rule.setdefault(finding["code"], []).append(finding)
    ordered = sorted(by_rule.items(), key=lambda pair: -len(pair[1]))
    return [
        {"name": code.replace("_", " "), "count": len(found), "groups": grouped(guideline, found)}
        for code, found in ordered
    ]


def of_row(findings, row):
    """Return what of it is said of one row."""
    return [finding for finding in findings if _same(finding["place"], row)]


def of_refusal(refused):
    """Return why a submission was refused, each reason with its place where it has one."""
    found = getattr(refused, "faults", ()) or getattr(refused, "findings", ())
    if found:
        return [{"code": getattr(one, "code", ""), "place": one.place, "text": one.text} for one in found]
    if hasattr(refused, "failures"):
        return [_failure(line) for line in refused.failures]
    return [{"place": "", "text": line} for line in str(refused).splitlines()]


def _named(place):
    """Return how a row is named alone, and how where several of its kind are listed."""
    where = PLACE.match(place)
    table = assembly.TABLES.get(where["section"]) if where else None
    if table is None:
        return {"name": in_words(place), "kind": "", "code": in_words(place)}
    code = f"{where['code']}, {where['rest']}" if where["rest"] else where["code"]
    return {"name": in_words(place), "kind": table._meta.verbose_name_plural, "code": code}


def _failure(line):
    code, _, rest = line.partition(": ")
    return {"place": f"cases[{code}]", "text": rest}


def _same(place, row):
    where = PLACE.match(place)
    if where is None:
        return not hasattr(row, "in_document") and place.startswith("guideline")
    return where["section"] == getattr(row, "in_document", "") and where["code"] == row.code
