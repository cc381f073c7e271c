"""Which addresses belong to the demo?"""

from django.urls import path

from dekkend.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.StepIn.as_view(), name="step_in"),
    path("dag/", views.ChooseDay.as_view(), name="day"),
    path("verhaal/", views.Story.as_view(), name="story"),
    path("opnieuw/", views.StartOver.as_view(), name="start_over"),
]
