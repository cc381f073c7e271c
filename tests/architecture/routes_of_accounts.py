"""Which role gets which answer from the addresses of signing in and of one's own account? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from tests.architecture.answers import DOOR, EVERYONE, NOT_FOUND, SIGNED_IN, Table, only_post, posted

ACCOUNTS: Table = {
    "accounts:account": ({}, SIGNED_IN),
    "accounts:second_factor": ({}, SIGNED_IN),
    "accounts:uncouple": ({"account_id": "session"}, only_post(SIGNED_IN), posted(SIGNED_IN, 404)),
    "accounts:end_session": ({"session_id": "session"}, only_post(SIGNED_IN), posted(SIGNED_IN, 404)),
    "account_login": ({}, DOOR, posted(DOOR, 422)),
    "mfa_authenticate": ({}, dict.fromkeys(EVERYONE, 302)),
    "mfa_login_webauthn": ({}, dict.fromkeys(EVERYONE, 302)),
    "account_logout": ({}, dict.fromkeys(EVERYONE, 405), dict.fromkeys(EVERYONE, 302)),
    "account_signup": ({}, dict.fromkeys(EVERYONE, 302) | {"visitor": 403}),  # closed
    "account_inactive": ({}, EVERYONE),
    "account_reset_password": ({}, EVERYONE, posted(EVERYONE, 422)),
    "account_reset_password_done": ({}, EVERYONE),
    "account_reset_password_from_key": ({"uidb36": "user", "key": "key"}, EVERYONE, EVERYONE),
    "account_reset_password_from_key_done": ({}, EVERYONE),
    "openid_connect_login": (
        {"provider_id": "provider"},
        NOT_FOUND,
        dict.fromkeys(EVERYONE, 302),
    ),  # it exists only where a school login is set
    "openid_connect_callback": ({"provider_id": "provider"}, NOT_FOUND),
    "socialaccount_login_cancelled": ({}, EVERYONE),
    "account_change_password": ({}, SIGNED_IN, posted(SIGNED_IN, 422)),
    "account_set_password": ({}, dict.fromkeys(EVERYONE, 302)),  # only for who has none
    "account_reauthenticate": ({}, SIGNED_IN, posted(SIGNED_IN, 422)),
    "mfa_reauthenticate": ({}, dict.fromkeys(EVERYONE, 302)),  # only for who has such a factor
    "mfa_reauthenticate_webauthn": ({}, dict.fromkeys(EVERYONE, 302)),
    "mfa_index": ({}, SIGNED_IN),
    "mfa_activate_totp": ({}, dict.fromkeys(EVERYONE, 302)),  # first: is it really you?
    "mfa_deactivate_totp": ({}, NOT_FOUND | {"visitor": 302}),
    "mfa_view_recovery_codes": ({}, NOT_FOUND | {"visitor": 302}, posted(SIGNED_IN, 405)),
    "mfa_generate_recovery_codes": ({}, dict.fromkeys(EVERYONE, 302)),
    "mfa_list_webauthn": ({}, SIGNED_IN),
    "mfa_add_webauthn": ({}, dict.fromkeys(EVERYONE, 302)),
    "mfa_edit_webauthn": ({"pk": "session"}, dict.fromkeys(EVERYONE, 302)),
    "mfa_remove_webauthn": ({"pk": "session"}, dict.fromkeys(EVERYONE, 302)),
    "usersessions_list": ({}, SIGNED_IN, dict.fromkeys(EVERYONE, 302)),
}
