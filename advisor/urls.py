"""The clinician's addresses."""

from django.urls import path

from advisor.views import health, home


urlpatterns = [
    path("", home.home, name="home"),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
]
