"""Roles: who may consult, edit and review."""

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from advisor.accounts import roles
from tests.factories import user


pytestmark = pytest.mark.django_db

MAY = (roles.may_consult, roles.may_edit, roles.may_review)


@pytest.mark.parametrize(
    ("person", "may"),
    [
        (user.Clinician, (True, False, False)),
        (user.Editor, (False, True, False)),
        (user.Reviewer, (False, False, True)),
        (user.User, (False, False, False)),
        (user.Administrator, (False, False, False)),
    ],
)
def test_each_role_may_do_its_own_work_only(person, may):
    somebody = person()
    assert tuple(predicate(somebody) for predicate in MAY) == may


def test_a_stranger_and_a_deactivated_user_may_do_nothing():
    gone = user.Clinician(is_active=False)
    assert not any(predicate(somebody) for predicate in MAY for somebody in (gone, AnonymousUser()))


def test_a_view_is_guarded_by_a_role(rf):
    view = roles.require(roles.may_consult)(lambda request: "advice")
    request = rf.get("/")
    request.user = user.Clinician()
    assert view(request) == "advice"
    request.user = user.Editor()
    with pytest.raises(PermissionDenied):
        view(request)


def test_an_editor_changes_content_and_never_what_the_product_writes():
    held = user.Editor().get_all_permissions()
    for model in apps.get_app_config("guidelines").get_models():
        name = model._meta.model_name
        written = name in roles.WRITTEN_BY_THE_PRODUCT
        assert f"guidelines.view_{name}" in held
        assert (f"guidelines.change_{name}" in held) is not written


def test_a_reviewer_sees_content_and_changes_none():
    held = user.Reviewer().get_all_permissions()
    assert not {permission for permission in held if ".change_" in permission or ".add_" in permission}


def test_granting_again_changes_nothing():
    before = user.Editor().get_all_permissions()
    roles.grant(apps.get_app_config("guidelines"))
    assert user.Editor().get_all_permissions() == before
