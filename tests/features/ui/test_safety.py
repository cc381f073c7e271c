"""Does every answer carry the strict headers, and does every screen say who may open it?"""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from dekkend.config.settings.safety import refuse_unsafe, unsafe_settings
from dekkend.ui.screens import Screen

pytestmark = pytest.mark.django_db
REFUSED = ("DEKKEND_SECRET_KEY", "DEKKEND_HOSTS", "DEKKEND_DEBUG", "DEKKEND_CLIENT_ADDRESS_HEADER")
SAFE = {
    "secret_key": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "hosts": ["dekkend.example"],
    "debug": "",
    "client_address_header": "HTTP_X_REAL_IP",
}


@pytest.mark.parametrize("address", ["/", "/account/inloggen/", "/bestaat-niet/"])
def test_each_answer_has_a_policy_without_inline_script_or_style(client, address):
    response = client.get(address)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Permissions-Policy" in response


def test_no_page_has_inline_script_or_style(client):
    for address in ("/", reverse("account_login")):
        page = client.get(address).content.decode()
        assert "style=" not in page
        assert "<style" not in page
        assert " onclick" not in page


def test_a_screen_that_does_not_say_who_may_open_it_gets_no_address():
    class Forgotten(Screen):
        pass

    with pytest.raises(TypeError, match="must say who may open it"):
        Forgotten.as_view()


def test_an_unknown_page_says_what_and_what_now_in_dutch(client):
    response = client.get("/bestaat-niet/")
    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.content.decode()


def test_the_address_of_a_button_says_what_to_do_when_it_is_opened_as_a_page(client):
    response = client.get(reverse("account_logout"))
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert "druk daar op de knop" in response.content.decode()
    response = client.post(reverse("home:law"))
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert "druk daar op de knop" in response.content.decode()


def test_production_does_not_start_unsafe_and_names_each_reason():
    with pytest.raises(ImproperlyConfigured) as refusal:
        refuse_unsafe(secret_key="kort", hosts=["*"], debug="1", client_address_header="")
    assert all(name in str(refusal.value) for name in REFUSED)


def test_production_starts_with_safe_settings():
    refuse_unsafe(**SAFE)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("DEKKEND_ADDRESS", {"address": "http://dekkend.example"}),
        ("DEKKEND_ADDRESS", {"address": "dekkend.example"}),
        ("DEKKEND_MAIL_TLS", {"mail_host": "mail.example", "mail_signs_in": True}),
        ("DEKKEND_MAIL_TLS", {"mail_host": "localhost.example", "mail_signs_in": True}),
        ("DEKKEND_S3_ENDPOINT", {"bucket": "http://bucket.example"}),
        ("DEKKEND_S3_ENDPOINT", {"bucket": "http://localhost@bucket.example:9000"}),
        ("DEKKEND_CLIENT_ADDRESS_HEADER", {"client_address_header": ""}),
        ("DEKKEND_CLIENT_ADDRESS_HEADER", {"client_address_header": "X-Real-IP"}),
    ],
)
def test_production_does_not_start_when_secrets_would_travel_in_clear_or_all_visitors_look_like_one(name, given):
    (reason,) = unsafe_settings(**SAFE | given)
    assert reason.startswith(f"{name} moet ")


@pytest.mark.parametrize(
    "given",
    [
        {"address": "https://dekkend.example"},
        {"mail_host": "mail.example", "mail_signs_in": True, "mail_tls": True},
        {"mail_host": "mail.example"},
        {"mail_host": "localhost", "mail_signs_in": True},
        {"mail_host": "127.0.0.1", "mail_signs_in": True},
        {"bucket": "https://bucket.example"},
        {"bucket": "http://[::1]:9000"},
        {"client_address_header": "none"},
    ],
)
def test_production_starts_over_tls_and_within_the_own_machine(given):
    assert unsafe_settings(**SAFE | given) == []
