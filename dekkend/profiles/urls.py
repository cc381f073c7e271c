"""Which addresses belong to the pages of schools?"""

from django.urls import path, re_path

from dekkend.profiles.views import drafts, school

BRIN6 = r"(?P<brin6>\d{2}[A-Z]{2}\d{2})"

app_name = "profiles"
urlpatterns = [
    path("concepten/", drafts.Drafts.as_view(), name="drafts"),
    path("concepten/uit-bestand/", drafts.Import.as_view(), name="import"),
    re_path(rf"^{BRIN6}/$", school.School.as_view(), name="school"),
    re_path(rf"^{BRIN6}/(?P<school_year>\d{{4}}-\d{{4}})/$", school.School.as_view(), name="school_year"),
    re_path(rf"^{BRIN6}/(?P<school_year>\d{{4}}-\d{{4}})/profiel\.json$", school.ProfileData.as_view(), name="profile_data"),
]
