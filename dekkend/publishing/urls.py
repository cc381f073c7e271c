"""Which addresses belong to the documents of a school and of a region?"""

from django.urls import path, re_path

from dekkend.publishing.views import documents, guide, preview, region, sitemap

YEAR = r"(?P<school_year>\d{4}-\d{4})"
SCHOOL = rf"^(?P<brin6>\d{{2}}[A-Z]{{2}}\d{{2}})/{YEAR}"
FILE = r"(?P<document>[a-z]{1,20})\.(?P<suffix>[a-z]{1,5})$"
# A school by the four signs of its number, a board by its five digits.
CODE = r"(?P<code>\d{2}[A-Z]{2}|\d{5})"

app_name = "publishing"
urlpatterns = [
    path("sitemap.xml", sitemap.Sitemap.as_view(), name="sitemap"),
    path("publicaties/", region.Publications.as_view(), name="publications"),
    path("publicaties/steunpunt/", region.SetSupportPoint.as_view(), name="support_point"),
    path("publicaties/<int:bundle_id>/", region.BundleProgress.as_view(), name="bundle"),
    path("publicaties/<int:bundle_id>/alles.zip", region.BundleFile.as_view(), name="bundle_file"),
    re_path(rf"^samen/{CODE}/{YEAR}/schoolgids\.(?P<suffix>[a-z]{{1,5}})$", documents.GuideOfMany.as_view(), name="guide_of_many"),
    re_path(r"^(?P<brin6>\d{2}[A-Z]{2}\d{2})/voorbeeld\.png$", preview.Preview.as_view(), name="preview"),
    re_path(rf"{SCHOOL}/schoolgids/$", guide.GuideText.as_view(), name="guide"),
    re_path(rf"{SCHOOL}/documenten/{FILE}", documents.Download.as_view(), name="document"),
    re_path(rf"{SCHOOL}/versie/(?P<number>\d{{1,4}})/documenten/{FILE}", documents.Download.as_view(), name="version_document"),
]
