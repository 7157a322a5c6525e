"""Users for tests, one factory per role."""

import factory

from advisor.accounts import models, roles


PASS_PHRASE = "a long enough phrase"


class User(factory.django.DjangoModelFactory):
    """Somebody who may sign in and has no role."""

    class Meta:
        model = models.User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    profession = models.Profession.PHYSICIAN

    @classmethod
    def _create(cls, model_class, *args, **fields):
        return model_class.objects.create_user(password=PASS_PHRASE, **fields)


class Clinician(User):
    """Somebody who consults."""

    email = factory.Sequence(lambda n: f"clinician{n}@example.org")

    @factory.post_generation
    def role(user, create, extracted):
        roles.assign(user, roles.CLINICIAN)


class Editor(User):
    """Somebody who writes."""

    email = factory.Sequence(lambda n: f"editor{n}@example.org")

    @factory.post_generation
    def role(user, create, extracted):
        roles.assign(user, roles.EDITOR)


class Reviewer(User):
    """Somebody who decides."""

    email = factory.Sequence(lambda n: f"reviewer{n}@example.org")

    @factory.post_generation
    def role(user, create, extracted):
        roles.assign(user, roles.REVIEWER)


class Administrator(User):
    """Somebody who makes the accounts."""

    email = factory.Sequence(lambda n: f"administrator{n}@example.org")
    is_staff = True
    is_superuser = True
