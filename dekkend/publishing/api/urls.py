"""Which addresses belong to the open data?"""

from django.urls import path

from dekkend.publishing.api.application import application, patterns_of
from dekkend.publishing.api.hsds import application as hsds
from dekkend.publishing.api.page import OpenData

urlpatterns = [
    path("open-data/", OpenData.as_view(), name="open_data"),
    path("api/v1/", (patterns_of(application), "api", "api")),
    path("open/hsds/v3/", (patterns_of(hsds), "hsds", "hsds")),
]
