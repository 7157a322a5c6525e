"""The Child-Pugh classification of chronic liver disease: points for five items, and the class they add up to."""

from collections.abc import Mapping


ITEMS = ("bilirubin", "albumin", "inr", "ascites", "encephalopathy")
"""What is scored: bilirubin in mg/dL, albumin in g/dL, INR, ascites and encephalopathy by grade."""

NOISE = 1e-9
GRADES = {
    "ascites": ("none", "mild", "moderate_severe"),
    "encephalopathy": ("none", "grade_1_2", "grade_3_4"),
}
CUTS = {"bilirubin": (2.0, 3.0), "albumin": (2.8, 3.5), "inr": (1.7, 2.3)}


class Contradiction(ValueError):
    """The class stated and the class worked out differ."""


def score(values: Mapping[str, bool | float | str]) -> int:
    """Add up the points, 5 to 15 (Pugh 1973; albumin cuts 2.8 and 3.5 g/dL)."""
    return sum(_points(item, values[item]) for item in ITEMS)


def grade(values: Mapping[str, bool | float | str]) -> str:
    """Give the class: a (5 to 6), b (7 to 9) or c (10 to 15); a stated class is taken when items are missing.

    Raises Contradiction when the class stated is not the class worked out.
    """
    stated = values.get("child_pugh_stated")
    if not all(item in values for item in ITEMS):
        return str(stated)
    points = score(values)
    worked_out = "a" if points <= 6 else "b" if points <= 9 else "c"
    if isinstance(stated, str) and stated != worked_out:
        raise Contradiction(
            f"The stated class {stated.upper()} contradicts the findings, which score {points} "
            f"(class {worked_out.upper()}). Correct one of them."
        )
    return worked_out


def _points(item: str, value: bool | float | str) -> int:
    if isinstance(value, str):
        return GRADES[item].index(value) + 1
    low, high = CUTS[item]
    points = 1 + (value >= low - NOISE) + (value > high + NOISE)
    return 4 - points if item == "albumin" else points
