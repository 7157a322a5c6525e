"""The review: when a treatment is judged, what counts as success, when it is stopped, and what comes next."""

from datetime import timedelta

from .amount import day, figure, titled


def dates(treatments, consultation):
    """Say by when each treatment of the leading line is judged, if it is started on the day of the consultation."""
    # A trial that is under way counts from its own beginning; here every one counts from the consultation.
    first = min((item["line"] for item in treatments), default=0)
    return [
        {
            "code": item["code"],
            "name": titled(item["name"]),
            "weeks": figure(item["adequate_weeks"]),
            "on": day(consultation.consulted_at + timedelta(weeks=item["adequate_weeks"])),
            "trial": item["adequate_trial"],
            "stopping": item["stopping"],
        }
        for item in treatments
        if item["adequate_weeks"] and item["line"] == first
    ]
