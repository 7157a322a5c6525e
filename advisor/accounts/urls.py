"""Signing in and one's own account: the library's addresses, with ours in the place of those that change an account."""

from django.urls import include, path

from advisor.accounts import own


urlpatterns = [
    path("email/", own.Addresses.as_view(), name="account_email"),
    path("2fa/totp/activate/", own.CodesOn.as_view(), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", own.CodesOff.as_view(), name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/generate/", own.RecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("2fa/webauthn/add/", own.KeyAdded.as_view(), name="mfa_add_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/edit/", own.KeyRenamed.as_view(), name="mfa_edit_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/remove/", own.KeyRemoved.as_view(), name="mfa_remove_webauthn"),
    path("", include("allauth.urls")),
]
