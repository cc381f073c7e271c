"""Which addresses belong to what schools can do now?"""

from django.urls import path, re_path

from dekkend.offers.views import answering, region, school

BRIN6 = r"(?P<brin6>\d{2}[A-Z]{2}\d{2})"
KEY = r"(?P<offer_key>[a-z_]{1,50}\.[a-z0-9_-]{1,49})"

app_name = "offers"
urlpatterns = [
    path("", school.Overview.as_view(), name="overview"),
    path("soorten/", region.Kinds.as_view(), name="kinds"),
    path("woorden/", region.Words.as_view(), name="words"),
    path("norm/", region.NormTable.as_view(), name="norm"),
    path("instellen/", region.Choices.as_view(), name="choices"),
    path("klopt-het-nog/<str:token>/", answering.Answer.as_view(), name="answer"),
    re_path(rf"^{BRIN6}/$", school.SiteNow.as_view(), name="site"),
    re_path(rf"^{BRIN6}/{KEY}/$", school.Say.as_view(), name="say"),
    re_path(rf"^{BRIN6}/{KEY}/bevestigen/$", school.Confirm.as_view(), name="confirm"),
    re_path(rf"^{BRIN6}/{KEY}/nu-niet/$", school.Pause.as_view(), name="pause"),
    re_path(rf"^{BRIN6}/{KEY}/terugzetten/$", school.Undo.as_view(), name="undo"),
]
