"""Which addresses belong to documents?"""

from django.urls import path, re_path

from dekkend.reading.views import accepting, checking, comparing, handing_in

app_name = "reading"
urlpatterns = [
    path("", handing_in.Documents.as_view(), name="documents"),
    path("stapel/<int:batch_id>/", handing_in.Batch.as_view(), name="batch"),
    path("<int:document_id>/", accepting.OneDocument.as_view(), name="document"),
    path("<int:document_id>/nakijken/", checking.Review.as_view(), name="review"),
    path("<int:document_id>/terugzetten/", checking.TakeBack.as_view(), name="take_back"),
    path("<int:document_id>/overnemen/", accepting.Accept.as_view(), name="accept"),
    re_path(
        r"^(?P<document_id>\d+)/verschillen/(?P<brin6>\d{2}[A-Z]{2}\d{2})/(?P<school_year>\d{4}-\d{4})/$",
        comparing.Differences.as_view(),
        name="differences",
    ),
    path("<int:document_id>/bestand/", accepting.Original.as_view(), name="original"),
    path("<int:document_id>/gezien/", accepting.SeenPrivateNumbers.as_view(), name="seen"),
]
