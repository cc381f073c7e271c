"""Which addresses belong to the work in the background?"""

from django.urls import path

from dekkend.work import views

app_name = "work"
urlpatterns = [
    path("", views.Work.as_view(), name="work"),
    path("<uuid:job>/opnieuw/", views.TryAgain.as_view(), name="try_again"),
]
