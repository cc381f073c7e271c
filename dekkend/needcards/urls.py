"""Which addresses belong to questions between schools? None of them carries anything of the question."""

from django.urls import path

from dekkend.needcards.views import card, choosing, lists, replying, writing

app_name = "needcards"
urlpatterns = [
    path("", lists.Received.as_view(), name="received"),
    path("gesteld/", lists.Sent.as_view(), name="sent"),
    path("nieuw/", writing.New.as_view(), name="new"),
    path("gevraagd/<int:inquiry_id>/", replying.ReplyScreen.as_view(), name="reply"),
    path("<int:card_id>/", card.CardScreen.as_view(), name="card"),
    path("<int:card_id>/schrijf/", writing.Write.as_view(), name="write"),
    path("<int:card_id>/scholen/", choosing.Schools.as_view(), name="schools"),
    path("<int:card_id>/nakijken/", choosing.LookOver.as_view(), name="look_over"),
    path("<int:card_id>/weggooien/", writing.Discard.as_view(), name="discard"),
    path("<int:card_id>/antwoord/<int:inquiry_id>/", card.Answer.as_view(), name="answer"),
    path("<int:card_id>/sluit/", card.Close.as_view(), name="close"),
    path("<int:card_id>/intrekken/", card.Withdraw.as_view(), name="withdraw"),
    path("<int:card_id>/terug/", card.Reopen.as_view(), name="reopen"),
]
