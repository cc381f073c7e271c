"""Which addresses belong to signals: the form of a visitor, the link to come back, the inbox of a school and the list of a region?"""

from django.urls import path, re_path

from dekkend.signals.views import inbox, kinds, public, region

PAGE = r"^scholen/(?P<brin6>\d{2}[A-Z]{2}\d{2})/(?P<school_year>\d{4}-\d{4})"
CODE = r"(?P<support_code>[a-z_]{1,50}\.[a-z0-9_]{1,49})"

app_name = "signals"
urlpatterns = [
    re_path(rf"{PAGE}/klopt-niet/$", public.Report.as_view(), name="report"),
    path("melding/<str:token>/", public.Status.as_view(), name="status"),
    path("signalen/", inbox.Inbox.as_view(), name="inbox"),
    path("signalen/<int:signal_id>/", inbox.One.as_view(), name="one"),
    path("signalen/<int:signal_id>/geen-melding/", inbox.SetAside.as_view(), name="set_aside"),
    path("signalen/<int:signal_id>/terugzetten/", inbox.Undo.as_view(), name="undo"),
    path("signalen/regio/", region.Clusters.as_view(), name="region"),
    path("signalen/regio/opschrijven/", kinds.WriteNote.as_view(), name="write_note"),
    re_path(rf"^signalen/regio/soort/{CODE}/$", kinds.Cluster.as_view(), name="cluster"),
    path("signalen/regio/overig/", kinds.Others.as_view(), name="others"),
    path("signalen/regio/notitie/<int:note_id>/", kinds.TurnNote.as_view(), name="turn_note"),
    path("signalen/regio/antwoord/<int:answer_id>/terugzetten/", kinds.UndoAnswer.as_view(), name="undo_answer"),
]
