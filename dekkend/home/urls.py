"""Which addresses belong to the first screen?"""

from django.urls import path

from dekkend.home import views

app_name = "home"
urlpatterns = [path("", views.Start.as_view(), name="start")]
