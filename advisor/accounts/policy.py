"""The sign-in policy: an administrator makes the accounts; nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter


class SignIn(DefaultAccountAdapter):
    """What the sign-in library asks us about."""

    def is_open_for_signup(self, request):
        """Refuse: a stranger must not make themselves a clinician."""
        return False
