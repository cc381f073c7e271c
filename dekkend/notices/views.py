"""Which screens show the mail that went out, and what each kind of mail says?"""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from dekkend.audit.actions import note_list_taken
from dekkend.audit.permissions import administers_somewhere
from dekkend.notices.actions import send_again
from dekkend.notices.queries import mail_for, mails_for, post_of_the_demo
from dekkend.notices.rules.composing import as_html, example
from dekkend.notices.words import LETTERS, Notice, State
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen
from dekkend.ui.tables import Column, Filter, Table
from dekkend.ui.translation import translated

PER_PAGE = 50


class Mails(Screen):
    """What went out in the own regions, what waits, and what got stuck."""

    access = administers_somewhere
    template_name = "notices/mails.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = Table(
            caption=_("Berichten"),
            rows=mails_for(request.scope),  # type: ignore[attr-defined]
            columns=(
                Column("bericht", _("Bericht"), lambda row: row.subject, ("subject",)),
                Column("aan", _("Aan"), lambda row: row.name or row.shown_address or _("(niet getoond)"), ("name", "shown_address")),
                Column("gemaakt", _("Gemaakt"), lambda row: timezone.localtime(row.made_at).strftime("%Y-%m-%d %H:%M"), ("made_at",)),
                Column("nu", _("Nu"), lambda row: translated(row.status.label)),
            ),
            row_template="notices/mail_row.html",
            asked=request.GET.dict(),
            searched=("subject", "name", "shown_address"),
            filters=(filter_of_states(),),
            file_name="berichten",
        )
        if not table.wants_csv:
            return self.render({"table": table})
        regions = request.scope.administers()  # type: ignore[attr-defined]
        note_list_taken(request.user, "Berichten", partnership_ids=regions, count=table.in_file.count(), now=timezone.now())
        return table.csv()


def filter_of_states() -> Filter:
    conditions = {state.value: Q(state=state.value) for state in State}
    return Filter("nu", _("Nu"), tuple(State.choices()), conditions, everything=_("Alles"))


class SendAgain(Screen):
    """Someone looked at a stuck mail and wants it sent once more."""

    access = administers_somewhere
    http_method_names = ("post",)

    def post(self, request: HttpRequest, outgoing_id: int) -> HttpResponse:
        mail = mail_for(request.scope, outgoing_id)  # type: ignore[attr-defined]
        if mail is None:
            raise Http404
        if send_again(mail, by=request.user, now=timezone.now()):
            messages.success(request, _("Het bericht wordt opnieuw verstuurd. Over een minuut ziet u hier of dat gelukt is."))
        else:
            messages.warning(request, _("Dit bericht kan niet opnieuw worden verstuurd: het is al onderweg. Kijk straks opnieuw."))
        return redirect("notices:mails")


class Kinds(Screen):
    """Every mail there is: when it goes out, and what it says, with made-up values."""

    access = administers_somewhere
    template_name = "notices/kinds.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render({"kinds": [(notice, LETTERS[notice]) for notice in Notice]})


class OneKind(Screen):
    access = administers_somewhere
    template_name = "notices/kind.html"

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        try:
            notice = Notice(code)
        except ValueError:
            raise Http404 from None
        composed = example(notice, site=settings.SITE_ADDRESS)
        # `as_html` escapes every text in it; the test of hostile names guards that.
        context = {"notice": notice, "letter": LETTERS[notice], "mail": composed, "html": mark_safe(as_html(composed.text))}  # noqa: S308
        return self.render(context)


class Post(Screen):
    """The mailbox of everyone in the demo. Outside a demo this screen does not exist."""

    access = Access.PUBLIC
    template_name = "notices/post.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not settings.DEMO:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render({"page": Paginator(post_of_the_demo(), PER_PAGE).get_page(request.GET.get("bladzijde"))})
