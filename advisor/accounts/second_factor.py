"""Second factors: a wrong code or key is entered in the ledger, and so is confirming with a right one."""

from contextlib import contextmanager

from allauth.core import context
from allauth.mfa.base import forms as codes
from allauth.mfa.webauthn import forms as keys
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from advisor.accounts.act import enter


class Code(codes.AuthenticateForm):
    """A code at sign-in."""

    def clean_code(self):
        """Return the code. Raises ValidationError for a wrong one, which is entered."""
        with watched(self.user, "code"):
            return super().clean_code()


class CodeAgain(codes.ReauthenticateForm):
    """A code that confirms who is there."""

    def clean_code(self):
        """Return the code. Raises ValidationError for a wrong one, which is entered."""
        with watched(self.user, "code"):
            return super().clean_code()

    def save(self):
        """Enter that the user proved to be themselves, and note it in the sitting."""
        enter("proved again", context.request, of=self.user, detail={"by": [self.authenticator.type]})
        super().save()


class Key(keys.AuthenticateWebAuthnForm):
    """A passkey at sign-in."""

    def clean_credential(self):
        """Return the passkey. Raises ValidationError for a wrong one, which is entered."""
        with watched(self.user, "passkey"):
            return super().clean_credential()


class KeyAgain(keys.ReauthenticateWebAuthnForm):
    """A passkey that confirms who is there."""

    def clean_credential(self):
        """Return the passkey and enter that it was used. Raises ValidationError for a wrong one, which is entered."""
        with watched(self.user, "passkey"):
            authenticator = super().clean_credential()
        enter("proved again", context.request, of=self.user, detail={"by": [authenticator.type]})
        return authenticator


@contextmanager
def watched(user, what):
    """Let a proof be examined; enter one that fails, or that is none at all. Raises ValidationError for either."""
    try:
        yield
    except (LookupError, TypeError, ValidationError, ValueError) as error:
        enter("second factor failed", context.request, of=user, detail={"what": what})
        if isinstance(error, ValidationError):
            raise
        raise ValidationError(_("This is not a passkey that was asked for. Try again.")) from error
