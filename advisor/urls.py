"""The clinician's addresses; none of them says anything about a patient."""

from django.urls import path

from advisor.views import (
    consultation,
    consultations,
    exemplar,
    exemplars,
    guideline,
    health,
    home,
    recall,
    summary,
    survey,
    topic,
)


urlpatterns = [
    path("", home.home, name="home"),
    path("guidelines/<slug:slug>/", guideline.guideline, name="guideline"),
    path("guidelines/<slug:slug>/consulting/<str:key>/", summary.summary, name="summary"),
    path("guidelines/<slug:slug>/consulting/<str:key>/<slug:code>/", topic.topic, name="topic"),
    path("consultations/", consultations.consultations, name="consultations"),
    path("consultations/<uuid:pk>/", consultation.consultation, name="consultation"),
    path("consultations/<uuid:pk>/acknowledgements/", consultation.acknowledge, name="acknowledge"),
    path("consultations/<uuid:pk>/recall/", recall.acknowledge, name="recall"),
    path("reach/<slug:slug>/<int:number>/", survey.survey, name="survey"),
    path("reach/<slug:slug>/", exemplars.exemplars, name="exemplars"),
    path("reach/consultations/<uuid:pk>/", exemplar.exemplar, name="exemplar"),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
]
