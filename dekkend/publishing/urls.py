"""Which addresses belong to the documents of a school?"""

from django.urls import re_path

from dekkend.publishing import views

SCHOOL = r"^(?P<brin6>\d{2}[A-Z]{2}\d{2})/(?P<school_year>\d{4}-\d{4})"
FILE = r"(?P<document>[a-z]{1,20})\.(?P<suffix>[a-z]{1,5})$"

app_name = "publishing"
urlpatterns = [
    re_path(rf"{SCHOOL}/documenten/{FILE}", views.Download.as_view(), name="document"),
    re_path(rf"{SCHOOL}/versie/(?P<number>\d{{1,4}})/documenten/{FILE}", views.Download.as_view(), name="version_document"),
]
