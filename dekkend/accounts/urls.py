"""Which addresses belong to logging in and the own account?"""

from django.urls import path

from dekkend.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.Account.as_view(), name="account"),
    path("inloggen/", views.Login.as_view(), name="login"),
    path("uitloggen/", views.Logout.as_view(), name="logout"),
    path("wachtwoord/", views.Password.as_view(), name="password"),
]
