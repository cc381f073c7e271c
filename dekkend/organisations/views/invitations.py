"""On which screens does someone invite a person, and does that person take the role?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.accounts.models import User
from dekkend.organisations.actions import inviting
from dekkend.organisations.forms import InviteForm, NewcomerForm
from dekkend.organisations.models import Invitation
from dekkend.organisations.permissions import may_give_roles, may_grant
from dekkend.organisations.queries import invitation_of, invitations_within, places_to_grant, target_of
from dekkend.organisations.rules.invitations import WHY_NOT, sent
from dekkend.organisations.words import Refused, Role, Sent
from dekkend.ui.access import Access
from dekkend.ui.screens import FormScreen, Screen
from dekkend.ui.templatetags.ui import in_words
from dekkend.ui.translation import translated


class Invite(FormScreen):
    """Whom, for which role, where?"""

    access = may_give_roles
    template_name = "organisations/invite.html"

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return InviteForm(places_to_grant(self.request.scope), data)  # type: ignore[attr-defined]

    def done(self, form: forms.Form) -> HttpResponse:
        given, request = form.cleaned_data, self.request
        who = {"by": request.user, "scope": request.scope, "today": request.today, "now": timezone.now()}  # type: ignore[attr-defined]
        try:
            invitation = inviting.invite(given["email"], given["role"], given["target"], **who)
        except Refused as why:
            form.add_error(None, str(why))
            return self.render(self.context(form), status=422)
        until = in_words(timezone.localdate(invitation.expires_at))
        messages.success(
            request,
            _("De uitnodiging gaat naar {email}. De link daarin werkt één keer, tot en met {until}.").format(
                email=invitation.email, until=until
            ),
        )
        return redirect("organisations:people")


class OneInvitation(Screen):
    """Something about one open invitation within reach; any other is not there."""

    access = may_give_roles
    http_method_names = ("post",)

    @cached_property
    def invitation(self) -> Invitation:
        found = invitations_within(self.request.scope).filter(pk=self.kwargs["invitation_id"]).first()  # type: ignore[attr-defined]
        if found is None or not may_grant.test(self.request.scope, (Role(found.role), target_of(found))):  # type: ignore[attr-defined]
            raise Http404
        return found

    def post(self, request: HttpRequest, invitation_id: int) -> HttpResponse:
        try:
            self.act()
        except Refused as why:
            messages.warning(request, str(why))
        return redirect("organisations:people")

    def act(self) -> None:
        raise NotImplementedError


class SendAgain(OneInvitation):
    def act(self) -> None:
        inviting.send_again(self.invitation, by=self.request.user, scope=self.request.scope, now=timezone.now())  # type: ignore[attr-defined]
        messages.success(
            self.request, _("De uitnodiging gaat opnieuw naar {email}. De oude link werkt niet meer.").format(email=self.invitation.email)
        )


class Revoke(OneInvitation):
    def act(self) -> None:
        inviting.revoke(self.invitation, by=self.request.user, scope=self.request.scope, now=timezone.now())  # type: ignore[attr-defined]
        messages.success(
            self.request, _("De uitnodiging aan {email} is ingetrokken. De link werkt niet meer.").format(email=self.invitation.email)
        )


class Accept(FormScreen):
    """The screen behind the link in the mail. Opening it changes nothing: mail scanners open links too."""

    access = Access.PUBLIC
    template_name = "organisations/accept.html"

    @cached_property
    def invitation(self) -> Invitation | None:
        return invitation_of(self.kwargs["secret"])

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return NewcomerForm(self.invitation.email if self.invitation else "", data)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if why := self.why_not():
            return self.refuse(why)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if why := self.why_not():
            return self.refuse(why)
        if request.user.is_authenticated:
            return self.take(lambda given: inviting.accept(self.kwargs["secret"], request.user, **given))
        return super().post(request, *args, **kwargs)

    def done(self, form: forms.Form) -> HttpResponse:
        name, password = form.cleaned_data["name"], form.cleaned_data["password"]
        return self.take(lambda given: inviting.accept_as_newcomer(self.kwargs["secret"], name, password, **given))

    def take(self, act: Any) -> HttpResponse:
        try:
            membership = act({"today": self.request.today, "now": timezone.now()})  # type: ignore[attr-defined]
        except Refused as why:
            return self.refuse(str(why))
        role, until = translated(Role(membership.role).label), in_words(membership.ends_on)
        text = _("U bent nu {role} bij {place}, tot en met {until}.") if until else _("U bent nu {role} bij {place}.")
        what = text.format(role=role, place=membership.place, until=until)
        if self.request.user.is_authenticated:
            messages.success(self.request, what)
            return redirect("home:start")
        now = _("Log in met {email} en uw nieuwe wachtwoord.").format(email=membership.user.email)
        messages.success(self.request, f"{what} {now}")
        return redirect(settings.LOGIN_URL)

    def why_not(self) -> str:
        if self.invitation is None:
            return inviting.GONE
        state = sent(
            accepted_at=self.invitation.accepted_at,
            revoked_at=self.invitation.revoked_at,
            expires_at=self.invitation.expires_at,
            now=timezone.now(),
        )
        return "" if state is Sent.OPEN else WHY_NOT[state]

    def refuse(self, why: str) -> HttpResponse:
        return self.render({"why": why}, status=404 if self.invitation is None else 422, template="organisations/no_invitation.html")

    def context(self, form: forms.Form) -> dict[str, Any]:
        invitation, user = self.invitation, self.request.user
        email = invitation.email if invitation else ""
        known = User.objects.filter(email__iexact=email).exists()
        own = user.is_authenticated and (getattr(user, "email", "") or "").lower() == email
        return {
            "form": form,
            "invitation": invitation,
            "known": known,
            "own": own,
            "login": resolve_url(settings.LOGIN_URL),
            "role": Role(invitation.role) if invitation else None,
        }
