"""Which addresses belong to the log?"""

from django.urls import path

from dekkend.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.LogScreen.as_view(), name="log"),
    path("mijn/", views.Mine.as_view(), name="mine"),
    path("persoon/<int:person_id>/", views.OfPerson.as_view(), name="person"),
    path("over/<slug:kind>/<slug:key>/", views.OfThing.as_view(), name="thing"),
]
