"""Which addresses belong to the pages of schools?"""

from django.urls import path, re_path

from dekkend.profiles import views

BRIN6 = r"(?P<brin6>\d{2}[A-Z]{2}\d{2})"

app_name = "profiles"
urlpatterns = [
    path("concepten/", views.Drafts.as_view(), name="drafts"),
    path("concepten/uit-bestand/", views.Import.as_view(), name="import"),
    re_path(rf"^{BRIN6}/$", views.School.as_view(), name="school"),
    re_path(rf"^{BRIN6}/(?P<school_year>\d{{4}}-\d{{4}})/$", views.School.as_view(), name="school_year"),
    re_path(rf"^{BRIN6}/(?P<school_year>\d{{4}}-\d{{4}})/profiel\.json$", views.ProfileData.as_view(), name="profile_data"),
]
