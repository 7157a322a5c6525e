"""What if at the bench: what one other answer costs, beside a recommendation."""

from statistics import median

from tests.bench.consulting import spent


ROUNDS = 15


def figure(desk, consultation):
    """Suppose another weight, again and again, each time beside a recommendation; say the ratio of what they cost."""
    address, ratios, costs = f"/consultations/{consultation}/what-if/", [], []
    for place in range(ROUNDS + 1):
        draft, other, advised = desk.draft(), [], []
        with spent(other):
            page = desk.client.post(address, {"asked": ["weight"], "a-weight": str(50 + place)})
        with spent(advised):
            desk.ask(draft)
        assert page.status_code == 200, page.content.decode()
        ratios.append(other[0] / advised[0])
        costs.append(other[0])
    return (
        f"{median(costs[1:]):.0f} ms of processor time, {median(ratios[1:]):.2f} of a recommendation (goal: at most 1)"
    )
