"""What happens when someone comes in through the login of a school? It proves where they work; it gives no role."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.forms import DisconnectForm
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from requests import RequestException

from dekkend.accounts import actions
from dekkend.accounts.gateways.entree import Conversation
from dekkend.accounts.models import User
from dekkend.accounts.queries import email_is_taken, schools_at
from dekkend.accounts.rules.claims import refusal
from dekkend.accounts.words.school_login import Refusal, SchoolLogin
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen

LAST_WAY_IN = _("Zonder dit schoolaccount kunt u niet meer inloggen. Kies eerst een wachtwoord, via Beveiliging.")
# What goes wrong between us and the school: no answer, an answer that is not right, or one that misses a part.
TROUBLE = (RequestException, OAuth2Error, KeyError, ValueError)


class Leave(Screen):
    """To the login of the school. GET logs in; POST (a button, with its token) couples it to the account one is in.

    After POST a page with a link follows: our policy lets no form end at another site.
    """

    access = Access.PUBLIC
    template_name = "accounts/to_school.html"

    def get(self, request: HttpRequest, provider_id: str) -> HttpResponse:
        return self.departure(provider_id)

    @method_decorator(reauthentication_required(app="allauth.socialaccount"))
    def post(self, request: HttpRequest, provider_id: str) -> HttpResponse:
        response = self.departure(provider_id)
        if response.status_code != 302:
            return response
        return self.render({"address": response["Location"]})

    def departure(self, provider_id: str) -> HttpResponse:
        conversation = Conversation(self.request, provider_id)
        try:
            response: HttpResponse = conversation.get_provider().redirect_from_request(self.request)
            return response
        except SocialApp.DoesNotExist as error:
            raise Http404 from error
        except TROUBLE as error:
            return failed(self.request, conversation, error)


def failed(request: HttpRequest, conversation: Conversation, error: Exception) -> HttpResponse:
    response: HttpResponse = render_authentication_error(request, conversation.get_provider(), exception=error)
    return response


class Back(OAuth2CallbackView):
    def _get_state(self, request: HttpRequest, provider: Any) -> tuple[Any, Any]:
        state, response = super()._get_state(request, provider)
        self.adapter.nonce = (state or {}).get("nonce", "")
        return state, response


@login_not_required
def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    conversation = Conversation(request, provider_id)
    try:
        response: HttpResponse = Back.adapter_view(conversation)(request)
        return response
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    except TROUBLE as error:
        return failed(request, conversation, error)


class Cancelled(Screen):
    access = Access.PUBLIC
    template_name = "accounts/school_cancelled.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render()


class Uncouple(Screen):
    """The other way round, with a button on the screen of the account. Who would be left without a way in, keeps it."""

    access = Access.SIGNED_IN
    http_method_names = ("post",)

    def post(self, request: HttpRequest, account_id: int) -> HttpResponse:
        get_object_or_404(SocialAccount, pk=account_id, user_id=request.user.pk)
        return self.uncouple(request, account_id)

    @method_decorator(reauthentication_required(app="allauth.socialaccount"))
    def uncouple(self, request: HttpRequest, account_id: int) -> HttpResponse:
        form = DisconnectForm({"account": account_id}, request=request)
        if form.is_valid():
            form.save()
        else:
            messages.warning(request, LAST_WAY_IN)
        return redirect("accounts:account")


class SchoolLoginAdapter(DefaultSocialAccountAdapter):
    """The library asks what to do with a login whose token was found right."""

    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "connected_other": _("Dit schoolaccount hoort al bij een ander account. Log uit en log in met uw schoolaccount.")
    }

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        login: SchoolLogin = sociallogin.school
        schools = schools_at(login.brin) if login.brin else []
        stop_when(request, refusal(login, schools))
        coupling = sociallogin.state.get("process") == "connect"
        user = request.user if coupling else self.owner(request, sociallogin, login)
        of_someone_else = sociallogin.is_existing and sociallogin.user != user
        if user.is_authenticated and not of_someone_else:
            actions.confirm_employment(user, login.brin, now=timezone.now())

    def owner(self, request: HttpRequest, sociallogin: SocialLogin, login: SchoolLogin) -> User:
        """Whose login this is: known from before, or a new account without any role."""
        if not sociallogin.is_existing:
            stop_when(request, Refusal.EMAIL_TAKEN if email_is_taken(login.email) else None)
            sociallogin.user = actions.open_account(login, now=timezone.now())
            sociallogin.save(request, connect=True)
        user: User = sociallogin.user
        stop_when(request, None if user.is_active else Refusal.NOT_ACTIVE)
        return user

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: SocialAccount) -> str:
        return reverse("accounts:account")


def stop_when(request: HttpRequest, why: Refusal | None) -> None:
    if why:
        raise ImmediateHttpResponse(render(request, f"accounts/refused/{why.value}.html", status=403))
