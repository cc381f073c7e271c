"""On which screens does someone see who has which role, end one, and renew them?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dekkend.audit.actions import note_list_taken
from dekkend.kernel.numbers import whole_number
from dekkend.organisations.actions import roles
from dekkend.organisations.models import Membership
from dekkend.organisations.permissions import may_give_roles, may_grant, may_see_people
from dekkend.organisations.queries import invitations_within, people_within, target_of, targets_of
from dekkend.organisations.rules.granting import overseeing
from dekkend.organisations.rules.invitations import sent
from dekkend.organisations.rules.terms import can_be_renewed, renewed_end, standing
from dekkend.organisations.words import Refused, Role, Standing
from dekkend.ui.screens import Screen
from dekkend.ui.tables import Column, Filter, Table
from dekkend.ui.templatetags.ui import in_words
from dekkend.ui.translation import translated


class People(Screen):
    """Who has which role until when, at all places within reach."""

    access = may_see_people
    template_name = "organisations/people.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = self.table()
        if table.wants_csv:
            regions = overseeing(self.scope).partnership_ids()
            note_list_taken(request.user, "Mensen", partnership_ids=regions, count=table.in_file.count(), now=timezone.now())
            return table.csv()
        rows = list(table.page)
        targets = targets_of(rows)
        for row in rows:
            row.standing = self.standing_of(row)
            row.may_change = may_grant.test(self.scope, (Role(row.role), targets[row.pk]))
        may_give = may_give_roles.test(self.scope, None)
        waiting = len(renewable(self.scope, self.today)) if may_give else 0
        return self.render({"table": table, "invitations": self.invitations(), "may_give": may_give, "waiting": waiting})

    @property
    def scope(self) -> Any:
        return self.request.scope  # type: ignore[attr-defined]

    @property
    def today(self) -> Any:
        return self.request.today  # type: ignore[attr-defined]

    def table(self) -> Table:
        return Table(
            caption=_("Mensen en hun rollen"),
            rows=people_within(self.scope),
            columns=(
                Column("naam", _("Naam"), lambda row: row.user.name, ("user__name",)),
                Column("mail", "E-mailadres", lambda row: row.user.email or "", ("user__email",)),
                Column("rol", _("Rol"), lambda row: translated(Role(row.role).label), ("role",)),
                Column("waar", _("Waar"), lambda row: str(row.place), ("partnership__name", "board__name", "site__name")),
                Column("tot", _("Tot en met"), lambda row: row.ends_on.isoformat() if row.ends_on else "", ("ends_on",)),
                Column("nu", _("Nu"), lambda row: translated(self.standing_of(row).label)),
            ),
            row_template="organisations/person_row.html",
            asked=self.request.GET.dict(),
            searched=("user__name", "user__email", "site__name", "board__name", "partnership__name"),
            filters=(self.role_filter(), self.standing_filter()),
            file_name="mensen",
        )

    def standing_of(self, row: Membership) -> Standing:
        return standing(row.starts_on, row.ends_on, row.ended_at, self.today)

    def role_filter(self) -> Filter:
        conditions = {role.value: Q(role=role.value) for role in Role}
        return Filter("rol", _("Rol"), tuple(Role.choices()), conditions, everything=_("Alle rollen"))

    def standing_filter(self) -> Filter:
        over = Q(ended_at__isnull=False) | Q(ends_on__lt=self.today)
        options = (("loopt", _("Loopt")), ("voorbij", _("Voorbij")))
        return Filter("nu", _("Nu"), options, {"loopt": ~over, "voorbij": over}, everything=_("Alles"))

    def invitations(self) -> list[Any]:
        found: list[Any] = list(invitations_within(self.scope)[:200])
        for each in found:
            each.standing = sent(accepted_at=each.accepted_at, revoked_at=each.revoked_at, expires_at=each.expires_at, now=timezone.now())
        return found


class OneRole(Screen):
    """A screen about one role within reach that this person may give; any other role is not there."""

    access = may_give_roles

    @cached_property
    def membership(self) -> Membership:
        found = people_within(self.request.scope).filter(pk=self.kwargs["membership_id"]).first()  # type: ignore[attr-defined]
        if found is None or not may_grant.test(self.request.scope, (Role(found.role), target_of(found))):  # type: ignore[attr-defined]
            raise Http404
        return found


class EndRole(OneRole):
    """Are you sure? Then the role ends at once."""

    template_name = "organisations/end_role.html"

    def get(self, request: HttpRequest, membership_id: int) -> HttpResponse:
        return self.render({"membership": self.membership, "own": self.membership.user_id == request.user.pk})

    def post(self, request: HttpRequest, membership_id: int) -> HttpResponse:
        given = {"by": request.user, "scope": request.scope, "today": request.today, "now": timezone.now()}  # type: ignore[attr-defined]
        try:
            ended = roles.end_role(self.membership, **given)
        except Refused as why:
            messages.warning(request, translated(why))
            return redirect("organisations:people")
        what = _("De rol {role} van {name} bij {place} is beëindigd.").format(
            role=translated(Role(ended.role).label), name=ended.user.name, place=ended.place
        )
        way_back = _("Was dat niet de bedoeling, dan kunt u de rol teruggeven.")
        messages.success(request, f"{what} {way_back}")
        return redirect("organisations:people")


class GiveBack(OneRole):
    """Undo the ending."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, membership_id: int) -> HttpResponse:
        try:
            held = roles.give_role_back(self.membership, by=request.user, scope=request.scope, now=timezone.now())  # type: ignore[attr-defined]
        except Refused as why:
            messages.warning(request, translated(why))
            return redirect("organisations:people")
        messages.success(
            request,
            _("{name} is weer {role} bij {place}.").format(name=held.user.name, role=translated(Role(held.role).label), place=held.place),
        )
        return redirect("organisations:people")


class Renew(Screen):
    """Which roles end soon or ended, and which of them go on?"""

    access = may_give_roles
    template_name = "organisations/renew.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        scope, today = request.scope, request.today  # type: ignore[attr-defined]
        return self.render({"memberships": renewable(scope, today), "until": renewed_end(today)})

    def post(self, request: HttpRequest) -> HttpResponse:
        keys = [key for text in request.POST.getlist("rol") if (key := whole_number(text)) is not None]
        given = {"by": request.user, "scope": request.scope, "today": request.today, "now": timezone.now()}  # type: ignore[attr-defined]
        renewed = roles.renew_roles(keys, **given)
        if not renewed:
            messages.warning(request, _("Er is niets verlengd. Kies ten minste één rol."))
            return redirect("organisations:renew")
        until, number = in_words(renewed[0].ends_on), len(renewed)
        text = ngettext("{number} rol loopt nu tot en met {until}.", "{number} rollen lopen nu tot en met {until}.", number)
        messages.success(request, text.format(number=number, until=until))
        return redirect("organisations:people")


def renewable(scope: Any, today: Any) -> list[Membership]:
    """The roles within reach that this person may renew, those that end first at the top."""
    found = people_within(scope).filter(ended_at__isnull=True, ends_on__lt=renewed_end(today)).order_by("ends_on", "user__name", "pk")
    records = [each for each in found if can_be_renewed(each.ends_on, today)]
    targets = targets_of(records)
    return [each for each in records if may_grant.test(scope, (Role(each.role), targets[each.pk]))]
