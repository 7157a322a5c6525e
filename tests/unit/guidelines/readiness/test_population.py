"""A population can be true and can be false; what is asked is used, and what is used is asked."""

import pytest

from guidelines.engine.fact import Fact, Kind
from guidelines.engine.population import Join, Line, Op, Population
from tests.unit.guidelines.readiness.ready import added, changed, errors, said


def group(code, *lines, join=Join.ALL):
    return Population(code, f"the patient is {code}", join, lines)


def age(op, number, **fields):
    return Line(fact="age", op=op, number=number, **fields)


NEVER = {
    "bounds that leave nothing": (age(Op.LT, 18), age(Op.GE, 18)),
    "bounds with no whole number between": (age(Op.GT, 18), age(Op.LT, 19)),
    "outside what is accepted": (age(Op.GT, 120),),
    "yes and no": (Line(fact="pregnant", op=Op.YES), Line(fact="pregnant", op=Op.YES, negated=True)),
    "two choices at once": (
        Line(fact="sex", op=Op.IN, values=("female",)),
        Line(fact="sex", op=Op.IN, values=("male",)),
    ),
    "asked only of others": (Line(fact="pregnant", op=Op.YES), Line(population="female", negated=True)),
    "a population and its opposite": (Line(population="child"), Line(population="adult_not_pregnant")),
    "an impossible combination": (age(Op.LT, 2), Line(fact="pregnant", op=Op.YES)),
    "a member of a class without the class": (
        Line(fact="medicines", op=Op.INCLUDES, values=("calmol",)),
        Line(fact="medicines", op=Op.INCLUDES, values=("soothers",), negated=True),
    ),
    "more of a list than it holds otherwise": (
        Line(fact="medicines", op=Op.AT_LEAST, number=2, values=("calmol", "soothol", "herbs")),
        Line(fact="medicines", op=Op.INCLUDES, values=("soothers",), negated=True),
    ),
}


@pytest.mark.parametrize("lines", NEVER.values(), ids=NEVER)
def test_population_never_true(lines):
    """Takes in nobody: its lines contradict one another."""
    rulebook = added("populations", group("odd", *lines))
    assert errors(rulebook) == [said("population_never_true", "populations[odd]")]


ALWAYS = {
    "bounds that leave nothing out": (age(Op.LT, 18), age(Op.GE, 18)),
    "all that is accepted": (age(Op.LE, 120),),
    "every choice": (Line(fact="sex", op=Op.IN, values=("female", "male")),),
    "a population or its opposite": (Line(population="child"), Line(population="child", negated=True)),
}


@pytest.mark.parametrize("lines", ALWAYS.values(), ids=ALWAYS)
def test_population_always_true(lines):
    """Takes in everybody, and so tells nobody apart. Where a rule is for everybody, let its condition say of whom."""
    rulebook = added("populations", group("all", *lines, join=Join.ANY))
    assert errors(rulebook) == [said("population_always_true", "populations[all]")]


MAY_BE = {
    "bounds that meet": (age(Op.LE, 18), age(Op.GE, 18)),
    "a whole number between": (age(Op.GT, 18), age(Op.LT, 20)),
    "two of a list": (
        Line(fact="medicines", op=Op.AT_LEAST, number=2, values=("calmol", "soothol", "herbs")),
        Line(fact="medicines", op=Op.INCLUDES, values=("calmol",), negated=True),
    ),
    "no to a question that is not asked": (
        Line(fact="pregnant", op=Op.YES, negated=True),
        Line(population="female", negated=True),
    ),
}


@pytest.mark.parametrize("lines", MAY_BE.values(), ids=MAY_BE)
def test_what_may_be_is_left_alone(lines):
    assert errors(added("populations", group("may_be", *lines))) == []


def test_what_is_impossible_on_purpose_is_left_alone():
    assert errors(changed("populations", "newborn_pregnant", lines=(age(Op.LT, 2), age(Op.GT, 3)))) == []


def test_fact_unused():
    """Is asked, and nothing depends on the answer. Use it in a rule, or stop asking."""
    sneezes = Fact("sneezes", "patient", Kind.BOOLEAN, "Does the patient sneeze?")
    whole = added("facts", sneezes)
    assert errors(whole) == [said("fact_unused", "facts[sneezes]")]
    whole = added("populations", group("sneezing", Line(fact="sneezes", op=Op.YES)), whole=whole)
    assert errors(whole) == [said("fact_unused", "facts[sneezes]")]
    assert errors(changed("statements", "S01", whole, population="sneezing")) == []


def test_fact_never_asked():
    """Is used, and never asked: nobody whom this guideline advises is among those it is asked of, {population}."""
    teething = Fact("teething", "patient", Kind.BOOLEAN, "Is the child teething?", asked_of="child")
    whole = added("facts", teething)
    whole = added("populations", group("teething", Line(fact="teething", op=Op.YES)), whole=whole)
    whole = changed("statements", "S01", whole, population="teething")
    assert errors(whole) == [said("fact_never_asked", "facts[teething]", population="child")]
    assert errors(changed("facts", "teething", whole, asked_of="female")) == []
