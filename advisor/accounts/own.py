"""A user's own account: what they change of it themselves, in one transaction with the ledger entry."""

from allauth.account.models import EmailAddress
from allauth.account.views import EmailView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, EditWebAuthnView, RemoveWebAuthnView
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from advisor.accounts.act import enter, entered
from advisor.accounts.models import Reader, User
from advisor.accounts.preference import back


class Entered:
    """Enters what differs of the account after a form was sent; a form that changed nothing is no act."""

    def post(self, request, *args, **kwargs):
        """Do what was asked, with its ledger entry. Raises act.Unentered, and then nothing was done."""
        with transaction.atomic():
            before = standing(request.user)
            response = super().post(request, *args, **kwargs)
            after = standing(request.user)
            if before != after:
                enter("own account changed", request, of=request.user, detail=difference(before, after))
        return response


class Addresses(Entered, EmailView):
    """The e-mail addresses."""


class CodesOn(Entered, ActivateTOTPView):
    """One-time codes, to be set up."""


class CodesOff(Entered, DeactivateTOTPView):
    """One-time codes, to be given up."""


class RecoveryCodes(Entered, GenerateRecoveryCodesView):
    """New recovery codes."""


class KeyAdded(Entered, AddWebAuthnView):
    """A passkey, to be added."""


class KeyRenamed(Entered, EditWebAuthnView):
    """A passkey, to be renamed."""


class KeyRemoved(Entered, RemoveWebAuthnView):
    """A passkey, to be removed."""


def standing(user):
    """Return what the user has to sign in with, by key and kind: neither secrets nor addresses."""
    factors = Authenticator.objects.filter(user=user)
    addresses = EmailAddress.objects.filter(user=user)
    return {
        **{f"{one.type} {one.pk}": one.data.get("name", "") for one in factors},
        **{f"address {one.pk}": "primary" if one.primary else "further" for one in addresses},
    }


def difference(before, after):
    """Return what was added, removed and changed."""
    return {
        "added": sorted(after.keys() - before.keys()),
        "removed": sorted(before.keys() - after.keys()),
        "changed": sorted(key for key in before.keys() & after.keys() if before[key] != after[key]),
    }


@require_POST
def reads_as(request):
    """Keep as whom the user wants to read, with its ledger entry, and lead back. Raises act.Unentered."""
    chosen, user = request.POST.get("reader"), request.user
    if chosen not in Reader.values:
        why = _("Choose one of the answers that the page offers.")
        return render(request, "400.html", {"why": why}, status=400)
    if chosen != user.reader:
        with entered("own account changed", request, of=user, detail={"changed": ["reader"], "to": chosen}):
            User.objects.filter(pk=user.pk).update(reader=chosen)
    return redirect(back(request, "home"))
