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
    preferences,
    preview,
    recall,
    summary,
    survey,
    topic,
)
from advisor.views.review import (
    approval,
    comments,
    conversation,
    edition,
    queue,
    reading,
    rehearsal,
    sending_back,
    taking,
    withdrawal,
)


urlpatterns = [
    path("", home.home, name="home"),
    path("preferences/", preferences.preferences, name="preferences"),
    path("guidelines/<slug:slug>/", guideline.guideline, name="guideline"),
    path("guidelines/<slug:slug>/consulting/<str:key>/", summary.summary, name="summary"),
    path("guidelines/<slug:slug>/consulting/<str:key>/<slug:code>/", topic.topic, name="topic"),
    path("consultations/", consultations.consultations, name="consultations"),
    path("consultations/<uuid:pk>/", consultation.consultation, name="consultation"),
    path("consultations/<uuid:pk>/print/", consultation.printout, name="print"),
    path("consultations/<uuid:pk>/acknowledgements/", consultation.acknowledge, name="acknowledge"),
    path("consultations/<uuid:pk>/recall/", recall.acknowledge, name="recall"),
    path("reach/<slug:slug>/<int:number>/", survey.survey, name="survey"),
    path("reach/<slug:slug>/", exemplars.exemplars, name="exemplars"),
    path("reach/consultations/<uuid:pk>/", exemplar.exemplar, name="exemplar"),
    path("preview/<slug:slug>/", preview.preview, name="preview"),
    path("review/", queue.queue, name="review"),
    path("review/comments/<int:comment>/", conversation.conversation, name="review-conversation"),
    path("review/comments/<int:comment>/resolve/", conversation.resolve, name="review-resolve"),
    path("review/<slug:slug>/<int:number>/", edition.edition, name="review-edition"),
    path("review/<slug:slug>/<int:number>/take/", taking.take, name="review-take"),
    path("review/<slug:slug>/<int:number>/approve/", approval.approve, name="review-approve"),
    path("review/<slug:slug>/<int:number>/send-back/", sending_back.send_back, name="review-send-back"),
    path("review/<slug:slug>/<int:number>/withdraw/", withdrawal.withdraw, name="review-withdraw"),
    path("review/<slug:slug>/<int:number>/rehearsal/", rehearsal.rehearsal, name="review-rehearsal"),
    path("review/<slug:slug>/<int:number>/comments/", comments.comments, name="review-comments"),
    path("review/<slug:slug>/<int:number>/comments/add/", comments.comment, name="review-comment"),
    path("review/<slug:slug>/<int:number>/reading/<slug:section>/", reading.reading, name="review-reading"),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
]
