"""Which addresses belong to the first screen, and to what machines and visitors expect of every site?"""

from django.urls import path

from dekkend.home import views

app_name = "home"
urlpatterns = [
    path("", views.Start.as_view(), name="start"),
    path("mijn-dag/", views.MyDay.as_view(), name="my_day"),
    path("wet/", views.Law.as_view(), name="law"),
    path("toegankelijkheid/", views.Accessibility.as_view(), name="accessibility"),
    path(".well-known/security.txt", views.SecurityTxt.as_view(), name="security_txt"),
    path("taal/<slug:language>/", views.Language.as_view(), name="language"),
    path("robots.txt", views.RobotsTxt.as_view(), name="robots_txt"),
]
