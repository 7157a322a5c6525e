"""The sign-in policy: an administrator makes the accounts, nobody signs up, and every attempt stands in the ledger."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from django.core.exceptions import ValidationError

from advisor.accounts.act import enter, entered
from advisor.accounts.models import User


class SignIn(DefaultAccountAdapter):
    """What the sign-in library asks us about, and what it does through us."""

    def is_open_for_signup(self, request):
        """Refuse: a stranger must not make themselves a clinician."""
        return False

    def login(self, request, user):
        """Sign a user in with the ledger entry; where that cannot be written, nobody is signed in."""
        proofs = [record.get("type", record["method"]) for record in get_authentication_records(request, user)]
        with entered("sign-in", request, by=user, of=user, detail={"by": proofs}):
            super().login(request, user)

    def logout(self, request):
        """Sign the user out, with the ledger entry."""
        with entered("sign-out", request, of=request.user):
            super().logout(request)

    def pre_authenticate(self, request, **credentials):
        """Count an attempt; enter the one that is above the limit. Raises ValidationError for that."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            enter("sign-in failed", request, of=known(credentials), detail={"why": "too many attempts"})
            raise

    def authentication_failed(self, request, **credentials):
        """Enter that somebody gave a wrong e-mail or pass phrase."""
        enter("sign-in failed", request, of=known(credentials), detail={"why": "wrong e-mail or pass phrase"})
        super().authentication_failed(request, **credentials)

    def respond_user_inactive(self, request, user):
        """Enter that somebody tried whose account was closed, and tell them so."""
        enter("sign-in failed", request, of=user, detail={"why": "may not sign in"})
        return super().respond_user_inactive(request, user)

    def reauthenticate(self, user, password):
        """Tell whether this is the pass phrase of the user who is signed in; enter it either way."""
        known_again = super().reauthenticate(user, password)
        if known_again:
            enter("proved again", self.request, of=user, detail={"by": ["password"]})
        return known_again

    def set_password(self, user, password):
        """Give a user another pass phrase, with the ledger entry; by a link in a mail nobody else can."""
        with entered("pass phrase changed", self.request, by=user, of=user):
            super().set_password(user, password)

    def send_password_reset_mail(self, user, email, context):
        """Send the link to a new pass phrase, and enter that somebody asked for it."""
        enter("pass phrase link sent", self.request, of=user)
        super().send_password_reset_mail(user, email, context)


def known(credentials):
    """Return the user whom an attempt to sign in was about, if there is one."""
    return User.objects.filter(email=(credentials.get("email") or "").strip().lower()).first()
