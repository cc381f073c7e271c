"""Which addresses belong to people and their roles?"""

from django.urls import path

from dekkend.organisations.views import invitations, people

app_name = "organisations"
urlpatterns = [
    path("", people.People.as_view(), name="people"),
    path("verlengen/", people.Renew.as_view(), name="renew"),
    path("<int:membership_id>/beeindigen/", people.EndRole.as_view(), name="end"),
    path("<int:membership_id>/teruggeven/", people.GiveBack.as_view(), name="give_back"),
    path("uitnodigen/", invitations.Invite.as_view(), name="invite"),
    path("uitnodiging/<int:invitation_id>/opnieuw/", invitations.SendAgain.as_view(), name="send_again"),
    path("uitnodiging/<int:invitation_id>/intrekken/", invitations.Revoke.as_view(), name="revoke"),
    path("aannemen/<str:secret>/", invitations.Accept.as_view(), name="accept"),
]
