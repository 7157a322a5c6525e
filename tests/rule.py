"""House rules that hold everywhere: each is one test, which names every place that breaks it."""

from functools import wraps


def of_every(places):
    """Hold a rule to every place of many; a test for each would cost more than the looking."""

    def held(rule):
        @wraps(rule)
        def everywhere():
            broken = [f"{place}: {fault}" for place in places if (fault := _fault(rule, place))]
            assert not broken, "\n".join(broken)

        # What wraps is looked through for fixtures, and a place is none.
        del everywhere.__wrapped__
        return everywhere

    return held


def _fault(rule, place):
    try:
        rule(place)
    except AssertionError as error:
        return str(error) or "it breaks the rule"
    return ""
