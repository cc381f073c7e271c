"""On which screens does a region ask a school about its offer, and does the school answer?"""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.audit.actions import note_list_taken
from dekkend.kernel.school_years import parse_school_year
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Site
from dekkend.organisations.permissions import reaches_site
from dekkend.organisations.queries import sites_within
from dekkend.organisations.words import Refused
from dekkend.profiles.actions.questions import add_from_region, add_from_school, ask, close
from dekkend.profiles.forms import QuestionForm, SayingForm
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import Question
from dekkend.profiles.permissions import may_look_after_form, may_see_questions
from dekkend.profiles.queries import current_draft
from dekkend.profiles.queries.questions import questions_about, questions_within
from dekkend.profiles.rules.items import items
from dekkend.profiles.rules.parts import part_of_item
from dekkend.profiles.words.questions import QuestionState
from dekkend.profiles.words.roles import REGION
from dekkend.register.queries.closures import still_open
from dekkend.ui.screens import FormScreen, Screen
from dekkend.ui.tables import Column, Filter, Table
from dekkend.ui.translation import translated


class Questions(Screen):
    """The questions about offers within reach; a school sees its own, a region all of its schools."""

    access = may_see_questions
    template_name = "profiles/questions.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = self.table()
        if table.wants_csv:
            regions = request.scope.partnership_ids()  # type: ignore[attr-defined]
            note_list_taken(request.user, _("Vragen"), partnership_ids=regions, count=table.in_file.count(), now=timezone.now())
            return table.csv()
        return self.render({"table": table, "may_ask": may_look_after_form.test(request.scope, None)})  # type: ignore[attr-defined]

    def table(self) -> Table:
        options = tuple(QuestionState.choices())
        return Table(
            caption=_("Vragen over het aanbod"),
            rows=questions_within(self.request.scope),  # type: ignore[attr-defined]
            columns=(
                Column("school", _("School"), lambda row: row.site.name, ("site__name",)),
                Column("jaar", _("Schooljaar"), lambda row: row.school_year, ("school_year",)),
                Column("over", _("Gaat over"), lambda row: translated(row.label), ("label",)),
                Column("laatst", _("Laatst geschreven"), lambda row: timezone.localdate(row.touched_at).isoformat(), ("touched_at",)),
                Column("stand", _("Stand"), lambda row: translated(QuestionState(row.state).label), ("state",)),
            ),
            row_template="profiles/question_row.html",
            asked=self.request.GET.dict(),
            searched=("site__name", "label"),
            filters=(Filter("stand", _("Stand"), options, {value: Q(state=value) for value, _label in options}),),
            file_name="vragen",
        )


class Ask(FormScreen):
    """A question about the offer of one school, about one answer or about the whole."""

    access = may_look_after_form
    template_name = "profiles/ask.html"

    @cached_property
    def site(self) -> Site:
        own = still_open(sites_within(self.request.scope.only(*REGION)))  # type: ignore[attr-defined]
        found = own.filter(brin6=self.kwargs["brin6"]).first()
        if found is None or parse_school_year(self.kwargs["school_year"]) is None:
            raise Http404
        return found

    @cached_property
    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What can be asked about: every question of the form as (path, label), by table."""
        draft = current_draft(self.request.scope, self.site.brin6, self.kwargs["school_year"])  # type: ignore[attr-defined]
        template = load_template(draft.template) if draft else load_template()
        titles = {block.id: block.title for block in template.blocks()}
        found = items(template, draft.values if draft else None)
        return [(titles[block], [(item.path, item.label) for item in each]) for block, each in groupby(found, key=attrgetter("block"))]

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        choices = [(translated(title), [(path, translated(label)) for path, label in each]) for title, each in self.groups]
        return QuestionForm(choices, data, initial={"path": self.request.GET.get("over", "")})

    def context(self, form: forms.Form) -> dict[str, Any]:
        year = self.kwargs["school_year"]
        asked = questions_about(self.request.scope, self.site, year)  # type: ignore[attr-defined]
        return {"form": form, "site": self.site, "year": year, "asked": asked}

    def done(self, form: forms.Form) -> HttpResponse:
        path = form.cleaned_data["path"]
        labels = {path: label for _title, each in self.groups for path, label in each}
        label = labels.get(path, say("Het hele aanbod"))
        user, text, year = self.request.user, form.cleaned_data["text"], self.kwargs["school_year"]
        question = ask(self.site, year, path, label, text, by=user, now=timezone.now())
        messages.success(self.request, _("Uw vraag staat bij de school, en zij krijgt een mail."))
        return redirect("profiles:question", question.pk)


class Thread(FormScreen):
    """One question with everything that was said, and the way to say more."""

    access = may_see_questions
    template_name = "profiles/question.html"
    form_class = SayingForm

    @cached_property
    def question(self) -> Question:
        found = questions_within(self.request.scope).filter(pk=self.kwargs["question_id"]).first()  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found

    @property
    def is_region(self) -> bool:
        return reaches_site.test(self.request.scope.only(*REGION), self.question.site)  # type: ignore[attr-defined]

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        form = SayingForm(data)
        if self.is_region:
            form.fields["text"].label = _("Schrijf erbij")
        return form

    def context(self, form: forms.Form) -> dict[str, Any]:
        question = self.question
        draft = current_draft(self.request.scope, question.site.brin6, question.school_year)  # type: ignore[attr-defined]
        part = part_of_item(load_template(draft.template), question.path) if draft and question.path else None
        said = list(question.sayings.select_related("by"))
        return {"form": form, "question": question, "said": said, "draft": draft, "part": part, "is_region": self.is_region}

    def done(self, form: forms.Form) -> HttpResponse:
        add = add_from_region if self.is_region else add_from_school
        try:
            add(self.question, form.cleaned_data["text"], by=self.request.user, now=timezone.now())
        except Refused as why:
            messages.warning(self.request, translated(str(why)))
        else:
            messages.success(self.request, _("Bewaard. De ander krijgt een mail."))
        return redirect("profiles:question", self.question.pk)


class Close(Screen):
    """The region has heard enough."""

    access = may_look_after_form
    http_method_names = ("post",)

    def post(self, request: HttpRequest, question_id: int) -> HttpResponse:
        own = request.scope.only(*REGION)  # type: ignore[attr-defined]
        found = questions_within(own).filter(pk=question_id).first()
        if found is None:
            raise Http404
        close(found, by=request.user, now=timezone.now())
        messages.success(request, _("De vraag is afgesloten."))
        return redirect("profiles:questions")
