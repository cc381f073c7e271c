"""How does a test get a school login to talk to? A small OpenID Connect provider on this machine, with real keys and tokens.

It knows one person at a time. `spoil` holds what goes wrong: a test changes a claim, a key, a header or an answer.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "dekkend", "geheim-van-de-koppeling"
EMPLOYEE = {
    "sub": "8c1f@devuursprot",
    "givenName": "Noor",
    "nlEduPersonTussenvoegsels": "van der",
    "sn": "Meer",
    "eduPersonAffiliation": ["employee"],
    "nlEduPersonHomeOrganizationId": "99ZZ",
}


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class SchoolServer:
    def __init__(self) -> None:
        self.person: dict[str, Any] = dict(EMPLOYEE)
        self.spoil: dict[str, Any] = {}
        self.key = new_key()
        self.asked: dict[str, dict[str, str]] = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def leave(self, address: str) -> str:
        """What a person's browser does at the school: the address to which it is sent back, with its code."""
        query = dict(parse_qsl(urlsplit(address).query))
        code = secrets.token_urlsafe(8)
        self.asked[code] = query
        return f"{urlsplit(query['redirect_uri']).path}?code={code}&state={query['state']}"

    def way_back(self, address: str) -> str:
        """The same with its host, for a real browser."""
        host = dict(parse_qsl(urlsplit(address).query))["redirect_uri"].partition("/account/")[0]
        return host + self.leave(address)

    def offered(self) -> dict[str, Any]:
        """The settings of an installation that offers this school login."""
        settings = {"server_url": self.issuer, "scope": ["openid", "profile"], "oauth_pkce_enabled": True}
        app = {"provider_id": "school", "name": "Schoollogin", "client_id": CLIENT, "secret": SECRET, "settings": settings}
        return {"openid_connect": {"APPS": [app]}}

    def answer(self, path: str, given: dict[str, str]) -> Any:
        return {
            "/.well-known/openid-configuration": self.configuration,
            "/keys": self.keys,
            "/token": lambda: self.token(given),
            "/userinfo": lambda: self.person | self.spoil.get("userinfo", {}),
        }[path]()

    def configuration(self) -> dict[str, Any]:
        at = self.issuer
        known = {"issuer": at, "authorization_endpoint": f"{at}/authorize", "token_endpoint": f"{at}/token", "jwks_uri": f"{at}/keys"}
        return known | {"userinfo_endpoint": f"{at}/userinfo"} | self.spoil.get("configuration", {})

    def keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [public | {"kid": "one", "alg": "RS256", "use": "sig"}]}

    def token(self, given: dict[str, str]) -> dict[str, Any] | None:
        """None (a 400) when code, secret, address or proof (PKCE) is not right; a code works once."""
        asked = self.asked.pop(given.get("code", ""), None)
        if asked is None or (given.get("client_id"), given.get("client_secret")) != (CLIENT, SECRET):
            return None
        proof = base64.urlsafe_b64encode(hashlib.sha256(given.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
        if proof != asked.get("code_challenge") or given.get("redirect_uri") != asked["redirect_uri"]:
            return None
        return {"access_token": "toegang", "token_type": "Bearer", "id_token": self.id_token(asked)} | self.spoil.get("token", {})

    def id_token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked.get("nonce"), "sub": self.person["sub"]}
        claims = {name: value for name, value in (claims | self.spoil.get("claims", {})).items() if value is not None}
        signing = {"key": self.key, "algorithm": "RS256", "headers": {"kid": "one"}} | self.spoil.get("signing", {})
        return jwt.encode(claims, **signing)

    def handler(self) -> type[BaseHTTPRequestHandler]:
        school = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path.startswith("/authorize?"):
                    self.send_response(302)
                    self.send_header("location", school.way_back(self.path))
                    self.end_headers()
                    return
                self.reply(school.answer(self.path, {}))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                self.reply(school.answer(self.path, {name: values[0] for name, values in parse_qs(body).items()}))

            def reply(self, answer: Any) -> None:
                self.send_response(200 if answer is not None else 400)
                self.send_header("content-type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(answer or {"error": "invalid_grant"}).encode())

            def log_message(self, *_: Any) -> None:
                pass

        return Handler
