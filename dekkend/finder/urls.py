"""Which addresses belong to the finder? None of them carries what a child needs."""

from django.urls import path

from dekkend.finder.views.asking import Ask, Forget
from dekkend.finder.views.results import Compare, Meaning, Results
from dekkend.finder.views.words import WordList, Words

app_name = "finder"
urlpatterns = [
    path("", Ask.as_view(), name="ask"),
    path("uitkomst/<slug:slot>/", Results.as_view(), name="results"),
    path("uitkomst/<slug:slot>/bedoeling/", Meaning.as_view(), name="meaning"),
    path("vergelijken/", Compare.as_view(), name="compare"),
    path("vergeten/", Forget.as_view(), name="forget"),
    path("woorden/", Words.as_view(), name="words"),
    path("woorden/lijst/", WordList.as_view(), name="word_list"),
]
