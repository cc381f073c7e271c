"""Which words did the finder not understand, what did this installation learn, and how is that taken away?"""

from __future__ import annotations

from typing import Any

import yaml
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.finder.actions.teaching import take_back, teach, teach_no_name
from dekkend.finder.forms import TeachForm
from dekkend.finder.gateways.word_lists import load_word_list, vocabulary_with
from dekkend.finder.models import LearnedWord
from dekkend.finder.permissions import may_teach
from dekkend.finder.queries.asked import vocabulary
from dekkend.finder.queries.learned import standing
from dekkend.finder.rules.learning import known_as
from dekkend.finder.rules.understanding import understand
from dekkend.finder.views.showing import names_of
from dekkend.finder.words.asking import MayBeName, Refused
from dekkend.finder.words.results import Need
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.rules.catalogue import suggest_code
from dekkend.signals.queries import unknown_words
from dekkend.ui.screens import Screen
from dekkend.ui.translation import translated

MOST = 100  # words at once
NOTHING, BACK = "geen", "terug"


class Words(Screen):
    """Words that were typed five times or more and that nobody understood; each gets a kind of support, or none."""

    access = may_teach
    template_name = "finder/words.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.shown({})

    def shown(self, more: dict[str, Any]) -> HttpResponse:
        catalogue, known = load_catalogue(), list(standing())
        labels = {item.code: item.label for item in catalogue.items}
        taught = {each.stem for each in known}
        words = vocabulary()
        open_ = [word for word in unknown_words() if word.stem not in taught and understand(word.stem, words).unknown]
        suggested = [(word, [(each.code, labels[each.code]) for each in suggest_code(word.stem, catalogue)]) for word in open_[:MOST]]
        groups = [(domain.label, [item for item in catalogue.items if item.domain == domain.code]) for domain in catalogue.domains]
        done = [(each, labels.get(each.code, ""), now_otherwise(each)) for each in known]
        own = load_word_list()
        context = {"open": suggested, "more": len(open_) - len(suggested), "done": done, "groups": groups, "list": own}
        return self.render(context | more)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = TeachForm(request.POST)
        try:
            if not form.is_valid():
                raise Refused(_("Er is niets veranderd. Kies een soort hulp bij een woord."))
            messages.success(request, self.act(**form.cleaned_data))
        except MayBeName as question:
            given = form.cleaned_data
            return self.shown({"may_be_name": str(question), "word": given["word"], "code": given["code"] or given["other"]})
        except Refused as why:
            messages.warning(request, str(why))
        return redirect("finder:words")

    def act(self, word: str, code: str, other: str, no_name: bool) -> str:
        given: dict[str, Any] = {"by": self.request.user, "scope": self.request.scope, "now": timezone.now()}  # type: ignore[attr-defined]
        code = code or other
        if code == BACK:
            take_back(word, **given)
            return _("Over ‘{word}’ is niets meer onthouden.").format(word=word)
        if not code:
            raise Refused(_("Er is niets veranderd. Kies een soort hulp bij een woord."))
        learn = teach_no_name if no_name else teach
        made = learn(word, "" if code == NOTHING else code, **given)
        item = load_catalogue().item(made.code)
        if item is None:
            return _("Onthouden. Op ‘{word}’ wordt voortaan niet gezocht.").format(word=word)
        return _("Onthouden. Wie ‘{word}’ typt, zoekt voortaan op: {kind}.").format(word=word, kind=translated(item.label))


def now_otherwise(learned: LearnedWord) -> tuple[str, ...]:
    """What the finder makes of a learned word when that is another thing than was taught: our own list may have got it since."""
    known = known_as(learned.stem, vocabulary_with())
    if known is None or known.codes == ((learned.code,) if learned.code else ()):
        return ()
    found = understand(learned.stem, vocabulary())
    codes = dict.fromkeys(code for match in found.matches for code in match.codes)
    return tuple(names_of(Need(tuple(codes)))) if tuple(codes) != (learned.code,) else ()


class WordList(Screen):
    """What this installation learned, in the form of our own list, so that it can be read through and sent on."""

    access = may_teach

    def get(self, request: HttpRequest) -> HttpResponse:
        by_code: dict[str, list[str]] = {}
        for each in standing():
            by_code.setdefault(each.code, []).append(each.stem)
        entries = [{"codes": [code] if code else [], "nl": stems} for code, stems in sorted(by_code.items())]
        told = {"version": load_word_list().version, "date": timezone.localdate(), "checked": {"nl": "", "en": ""}, "entries": entries}
        text = yaml.safe_dump(told, allow_unicode=True, sort_keys=False)
        name = {"Content-Disposition": 'attachment; filename="geleerde-woorden.yaml"'}
        return HttpResponse(text, content_type="application/yaml; charset=utf-8", headers=name)
