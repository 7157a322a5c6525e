"""Users: who may sign in, what they are by profession, and which interests they declare."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Profession(models.TextChoices):
    """What a user is by profession; a review step keeps it as it was."""

    PHYSICIAN = "physician", _("Physician")
    PHARMACIST = "pharmacist", _("Pharmacist")
    NURSE = "nurse", _("Nurse")
    STUDENT = "student", _("Student")
    OTHER = "other", pgettext_lazy("profession", "Other")


class Appearance(models.TextChoices):
    """In which light the pages are shown; nothing chosen follows the device."""

    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class Reader(models.TextChoices):
    """As whom somebody reads; it decides order and depth, and never what is true."""

    CLINICIAN = "clinician", _("Clinician")
    PHARMACIST = "pharmacist", _("Pharmacist or nurse")
    STUDENT = "student", _("Student")


READ_BY_PROFESSION = {
    Profession.PHARMACIST: Reader.PHARMACIST,
    Profession.NURSE: Reader.PHARMACIST,
    Profession.STUDENT: Reader.STUDENT,
}


class Users(BaseUserManager):
    """Makes users, and finds them by e-mail whatever its capitals."""

    def create_user(self, email, password=None, **fields):
        """Make and return a user; raise ValueError where the e-mail is empty."""
        if not email:
            raise ValueError("A user needs an e-mail address: it is what they sign in with.")
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """Make and return an administrator."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        """Find the user with this e-mail; raise User.DoesNotExist where there is none."""
        return self.get(email=email.strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in with an e-mail address and a pass phrase."""

    email = models.EmailField(_("e-mail"), unique=True, help_text=_("What they sign in with. Kept in small letters."))
    name = models.CharField(_("name"), max_length=200, help_text=_("As it stands on review steps and in the record."))
    profession = models.CharField(_("profession"), max_length=20, choices=Profession.choices, default=Profession.OTHER)
    declared_interests = models.TextField(
        _("declared interests"),
        blank=True,
        help_text=_("Payments, posts or patents that bear on what they edit or review. Empty means nothing declared."),
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=settings.LANGUAGES,
        blank=True,
        help_text=_("In which they read the pages; empty means as their browser says."),
    )
    appearance = models.CharField(
        _("appearance"),
        max_length=10,
        choices=Appearance.choices,
        blank=True,
        help_text=_("Empty means as their device says."),
    )
    reader = models.CharField(
        _("reads as"),
        max_length=10,
        choices=Reader.choices,
        blank=True,
        help_text=_("Decides order and depth of what they read; empty means as their profession suggests."),
    )
    is_active = models.BooleanField(
        _("may sign in"),
        default=True,
        help_text=_("Take this away instead of deleting: what they did stays on record."),
    )
    is_staff = models.BooleanField(
        _("may enter the admin"), default=False, help_text=_("Editors and reviewers need this besides their role.")
    )

    objects = Users()

    EMAIL_FIELD = USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ("name",)

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ("email",)
        constraints = (models.UniqueConstraint(Lower("email"), name="one_user_per_email"),)

    def __str__(self):
        return self.name or self.email

    def clean(self):
        """Keep the e-mail in small letters, so that one person has one account."""
        super().clean()
        self.email = self.email.strip().lower()

    def save(self, *args, **kwargs):
        """Save with the e-mail in small letters."""
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)

    def get_full_name(self):
        """Return the name as it stands on the record."""
        return self.name

    def get_short_name(self):
        """Return the name as it stands in the header of a page."""
        return self.name or self.email

    @property
    def reads_as(self):
        """Return as whom the user reads: what they chose, or what their profession suggests."""
        suggested = READ_BY_PROFESSION.get(self.profession, Reader.CLINICIAN)
        return Reader(self.reader) if self.reader in Reader.values else suggested
