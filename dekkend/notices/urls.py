"""Which addresses belong to mail?"""

from django.urls import path

from dekkend.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.Mails.as_view(), name="mails"),
    path("<int:outgoing_id>/opnieuw/", views.SendAgain.as_view(), name="send_again"),
    path("soorten/", views.Kinds.as_view(), name="kinds"),
    path("soorten/<str:code>/", views.OneKind.as_view(), name="kind"),
    path("post/", views.Post.as_view(), name="post"),
]
