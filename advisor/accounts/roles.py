"""Roles: clinicians consult, editors write, reviewers decide; the administrator makes the accounts."""

from functools import wraps

from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.db.models import Q


CLINICIAN = "clinician"
EDITOR = "editor"
REVIEWER = "reviewer"
ROLES = (CLINICIAN, EDITOR, REVIEWER)

# Written by one pen each (guidelines.review, guidelines.ledger), never through the admin.
WRITTEN_BY_THE_PRODUCT = (
    "authorship",
    "comment",
    "contribution",
    "contributor",
    "edition",
    "entry",
    "interest",
    "leaf",
    "resolution",
    "reviewstep",
    "stake",
    "treehead",
)


def may_consult(user):
    """Tell whether this user may ask for advice about a patient."""
    return has_role(user, CLINICIAN)


def may_edit(user):
    """Tell whether this user may change the working copy and submit it."""
    return has_role(user, EDITOR)


def may_review(user):
    """Tell whether this user may take, approve and send back an edition."""
    return has_role(user, REVIEWER)


def may_read(user):
    """Tell whether this user may read what clinicians read: everybody who has a role."""
    return bool(roles_of(user))


def may_review_or_edit(user):
    """Tell whether this user works on content, whether by writing or by deciding."""
    return may_review(user) or may_edit(user)


def has_role(user, role):
    """Tell whether this user has the role; being an administrator is not a clinical role."""
    return role in roles_of(user)


def roles_of(user):
    """Return the names of the user's roles, asked of the database once per request."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    if not hasattr(user, "_roles"):
        user._roles = frozenset(user.groups.filter(name__in=ROLES).values_list("name", flat=True))
    return user._roles


def require(predicate):
    """Make a decorator that answers 403 unless the predicate holds for the user: @roles.require(roles.may_consult)."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not predicate(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def assign(user, role):
    """Give a user one role, and the admin to those who need it."""
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    if role != CLINICIAN and not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])


def grant(sender, **_):
    """Give each role its permissions; runs after every migration and may run again."""
    if sender.label not in {"accounts", "guidelines", "advisor"}:
        return
    for role, permitted in PERMITTED.items():
        group, _made = Group.objects.get_or_create(name=role)
        group.permissions.set(Permission.objects.filter(permitted))


def for_template(request):
    """Give every template what the user may do, as `may_read`, `may_consult`, `may_edit` and `may_review`."""
    user = getattr(request, "user", None)
    held = roles_of(user) if user is not None else frozenset()
    may = {"may_consult": CLINICIAN in held, "may_edit": EDITOR in held, "may_review": REVIEWER in held}
    return may | {"may_read": bool(held)}


OF_GUIDELINES = Q(content_type__app_label="guidelines")
VIEWING = OF_GUIDELINES & Q(codename__startswith="view_")
WRITING = (
    OF_GUIDELINES & Q(codename__regex=r"^(add|change|delete)_") & ~Q(content_type__model__in=WRITTEN_BY_THE_PRODUCT)
)
PERMITTED = {
    CLINICIAN: Q(content_type__app_label="advisor", codename="consult"),
    EDITOR: VIEWING | WRITING,
    REVIEWER: VIEWING | (OF_GUIDELINES & Q(codename="review_edition")),
}
