"""Which addresses belong to the demo?"""

from django.urls import path

from dekkend.demo import views

app_name = "demo"
urlpatterns = [path("", views.StepIn.as_view(), name="step_in")]
