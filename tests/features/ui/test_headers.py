"""Which headers does an answer carry, of every kind, and what more in production?"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.django_db

ALWAYS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
IN_PRODUCTION = [
    "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SECURE_SSL_REDIRECT",
    "SESSION_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY",
    "CSRF_COOKIE_SECURE",
]
SOURCES = {"default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "base-uri": "'none'", "frame-ancestors": "'none'"}


@pytest.mark.parametrize("address", ["/", "/mijn-dag/", "/rondvragen/", "/signalen/", "/toegankelijkheid/", "/bestaat-niet/"])
def test_nothing_on_the_way_keeps_a_page_of_who_is_signed_in(client, signed_in, address):
    assert signed_in().get(address)["Cache-Control"] == "no-store, private"
    assert "Cache-Control" not in client.get("/toegankelijkheid/").headers


@pytest.mark.parametrize("address", ["/", "/toegankelijkheid/", "/robots.txt", "/bestaat-niet/", "/mensen/", "/taal/en/"])
def test_pages_files_refusals_and_detours_all_carry_them(client, address):
    answer = client.get(address)
    assert {name: answer.get(name) for name in ALWAYS} == ALWAYS
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";") if part.strip())
    assert {name: policy.get(name) for name in SOURCES} == SOURCES
    assert "camera=()" in answer["Permissions-Policy"]


def test_in_production_the_browser_keeps_to_https_and_guards_the_cookies():
    code = f"import json; from django.conf import settings; print(json.dumps([getattr(settings, n) for n in {IN_PRODUCTION!r}]))"
    given = os.environ | {
        "DJANGO_SETTINGS_MODULE": "dekkend.config.settings.production",
        "DEKKEND_SECRET_KEY": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "DEKKEND_HOSTS": "dekkend.example",
        "DEKKEND_CLIENT_ADDRESS_HEADER": "HTTP_X_REAL_IP",
    }
    run = subprocess.run([sys.executable, "-c", code], env=given, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-400:]
    assert json.loads(run.stdout) == [365 * 24 * 60 * 60, True, True, True, True, True]
