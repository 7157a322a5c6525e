"""Which address belongs to whom: the admin, signing in, and the clinician's pages."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from advisor.accounts import act


# Sends staff through the same sign-in, limits and second factor as everybody; it must come before admin.site.urls.
admin.site.login = secure_admin_login(admin.site.login)
admin.site.logout = act.signing_out(admin.site.logout)
admin.site.site_header = _("Advisor: editing and review")
admin.site.site_title = _("Advisor admin")
admin.site.index_title = _("What we advise, and who may")

handler403 = "advisor.views.denied.denied"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/", include("advisor.accounts.urls")),
    path("", include("advisor.urls")),
]
