"""How do we talk to the login of schools? OpenID Connect: code flow, PKCE, state, nonce, signed tokens.

Stricter than the library: the token is always there, its signature, issuer, audience, times and nonce are always
checked (OpenID Connect Core 3.1.3.7), who answers is who was asked (Discovery 4.3), and what the second answer says is
about the same person (Core 5.3.2).
"""

from __future__ import annotations

import hmac
import secrets
from typing import Any

import jwt
from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest

from dekkend.accounts.rules.claims import school_login

# Only with a key pair: a shared secret (HS256) or no signature at all would let others make tokens.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384"]
NEEDED = ["iss", "sub", "aud", "exp", "iat", "nonce"]
LEEWAY = 60  # seconds that the clocks of both sides may differ


class SchoolProvider(OpenIDConnectProvider):
    """What we ask for, and what we keep of the answer."""

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        """Nothing of what we ask for can be changed from the address bar; coupling to an account needs a button (POST)."""
        nonce = secrets.token_urlsafe(32)
        return {
            "process": "connect" if request.method == "POST" else "login",
            "next_url": get_next_redirect_url(request),
            "scope": self.get_scope(),
            "auth_params": self.get_auth_params() | {"nonce": nonce},
            "nonce": nonce,
        }

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Of all claims only this is stored."""
        login = school_login(data["userinfo"], settings.SCHOOL_LOGIN_CLAIMS)
        return {"brin": login.brin, "affiliations": sorted(login.affiliations)}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        return []  # a school login never decides which account an address belongs to


class Conversation(OpenIDConnectOAuth2Adapter):
    """One login, from leaving to coming back. `nonce` is what we sent along when the person left."""

    nonce = ""

    def get_provider(self) -> SchoolProvider:
        """Raises SocialApp.DoesNotExist when this installation has no such school login."""
        app = get_adapter().get_app(self.request, provider=self.provider_id)
        return SchoolProvider(self.request, app=app)

    @property
    def openid_config(self) -> dict[str, Any]:
        config: dict[str, Any] = super().openid_config
        asked = self.get_provider().app.settings["server_url"]
        if str(config.get("issuer", "")).rstrip("/") != asked.rstrip("/"):
            raise OAuth2Error("the school login calls itself by another name than we know it by")
        return config

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> SocialLogin:
        claims = self.verified_claims(app, str(kwargs["response"].get("id_token", "")))
        if "userinfo_endpoint" in self.openid_config:
            more = self._fetch_user_info(token.token)
            if more.get("sub") != claims["sub"]:
                raise OAuth2Error("userinfo is about someone else")
            claims = more | claims
        login: SocialLogin = self.get_provider().sociallogin_from_response(request, {"userinfo": claims})
        login.school = school_login(claims, settings.SCHOOL_LOGIN_CLAIMS)
        return login

    def verified_claims(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        """The claims of the token; raises OAuth2Error when anything about it is not right."""
        try:
            claims: dict[str, Any] = jwt.decode(
                id_token,
                key=self.key_for(id_token),
                algorithms=ALGORITHMS,
                audience=app.client_id,
                issuer=self.openid_config["issuer"],
                leeway=LEEWAY,
                options={"require": NEEDED},
            )
        except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
            raise OAuth2Error("the token of the school login is not right") from error
        self.check_meant_for_us(app, claims)
        return claims

    def check_meant_for_us(self, app: SocialApp, claims: dict[str, Any]) -> None:
        if not self.nonce or not hmac.compare_digest(str(claims["nonce"]).encode(), self.nonce.encode()):
            raise OAuth2Error("the token answers another question than ours")
        if claims.get("azp", app.client_id) != app.client_id:
            raise OAuth2Error("the token was made for another service")

    def key_for(self, id_token: str) -> jwt.PyJWK:
        """The public key that the token names, fetched from the school login. Raises KeyError when there is none."""
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = jwt.PyJWKSet.from_dict(answer.json())
        return keys[jwt.get_unverified_header(id_token)["kid"]]


def school_logins(request: HttpRequest) -> list[SocialApp]:
    """The school logins that this installation offers: one or none."""
    apps: list[SocialApp] = get_adapter().list_apps(request, provider=SchoolProvider.id)
    return apps
