"""Bands: how often a rule is expected to fire among recent consultations, from how often it fired in those before.

Each consultation fires the rule with one unknown chance, of which Jeffreys' prior and the earlier consultations say how
large it may be; what comes then follows the beta-binomial distribution (docs/firing.md).
"""

from math import exp, lgamma


# Of five hundred rules about one stands outside its band by chance.
TAIL = 0.001
NEGLIGIBLE = 1e-12


def band(fired: int, among: int, coming: int) -> tuple[int, int]:
    """Return from and up to how many times a rule that fired in some earlier consultations fires in coming ones.

    It fires more or less often than that with a chance of at most one in a thousand each.
    """
    a, b = _shape(fired, among)
    chances = _likely(a, b, coming)
    return _first(sorted(chances), chances), _first(sorted(chances, reverse=True), chances)


def silence(fired: int, among: int, coming: int) -> float:
    """Return the chance that a rule which fired in some earlier consultations fires in none of the coming ones."""
    return exp(_log_chance(0, *_shape(fired, among), coming))


def _shape(fired: int, among: int) -> tuple[float, float]:
    return fired + 0.5, among - fired + 0.5


def _first(counts: list[int], chances: dict[int, float]) -> int:
    passed = 0.0
    for count in counts:
        passed += chances[count]
        if passed > TAIL:
            return count
    return counts[-1]


def _likely(a: float, b: float, coming: int) -> dict[int, float]:
    """Work out the chances of the counts around the mean, as far as they matter: each from its neighbour."""
    middle = round(coming * a / (a + b))
    found = {middle: exp(_log_chance(middle, a, b, coming))}
    for count in range(middle, coming):
        found[count + 1] = found[count] * _ratio(count, a, b, coming)
        if found[count + 1] < NEGLIGIBLE:
            break
    for count in range(middle, 0, -1):
        found[count - 1] = found[count] / _ratio(count - 1, a, b, coming)
        if found[count - 1] < NEGLIGIBLE:
            break
    return found


def _ratio(count: int, a: float, b: float, coming: int) -> float:
    return (coming - count) * (count + a) / ((count + 1) * (coming - count - 1 + b))


def _log_chance(count: int, a: float, b: float, coming: int) -> float:
    ways = lgamma(coming + 1) - lgamma(count + 1) - lgamma(coming - count + 1)
    return ways + _log_beta(count + a, coming - count + b) - _log_beta(a, b)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
