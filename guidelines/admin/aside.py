"""Asides: what stands beside a row's form: who uses it, what readiness finds in it, and what reviewers remark on it."""

from guidelines.admin import address, checkup, findings, remarks, soundness, usage


class Aside:
    """Shows beside a row's form what else its editor should know of it."""

    def render_change_form(self, request, context, *args, obj=None, **options):
        """Show a form with who uses its row."""
        if context.get("original") is not None:
            standing = self.standing_in(obj)
            context |= {"users": _users(obj) if hasattr(obj, "in_document") else None}
            context |= {"findings": [_found(one, obj) for one in standing]}
            context |= {"remarks": remarks.at(standing, soundness.place(obj))}
        return super().render_change_form(request, context, *args, obj=obj, **options)


def _users(row):
    return [
        {"kind": kind, "rows": [{"name": str(user), "address": address.of(user)} for user in users]}
        for kind, users in usage.grouped(row)
    ]


def _found(guideline, row):
    """Return what readiness found of a row when it was asked last, and whether its guideline was edited since."""
    known = checkup.known(guideline, checkup.READINESS)
    told = {"guideline": guideline, "stale": False, "errors": [], "marks": []}
    if known:
        told |= {"stale": known["stamp"] != checkup.stamp(guideline), "at": known["at"]}
        told |= {kind: [one["text"] for one in findings.of_row(known[kind], row)] for kind in ("errors", "marks")}
    return told
