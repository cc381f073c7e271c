"""How do people sign in: which screens and limits, which second factors, through which school login?"""

from __future__ import annotations

from typing import Any

from dekkend.config.settings.environment import number, text

ACCOUNT_APPS = [
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
# After the login is known: allauth's own bookkeeping, then our rule that personal data need a second factor.
ACCOUNT_MIDDLEWARE = ["allauth.account.middleware.AccountMiddleware", "dekkend.accounts.middleware.SecondFactorMiddleware"]

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"

ACCOUNT_ADAPTER = "dekkend.accounts.views.witnessed.WitnessedAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
# An account is made on invitation, sent to the address itself: there is nothing left to verify.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser, or after SESSION_COOKIE_AGE
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60  # seconds; the mail says so, and its text is wiped then (notices.words)
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60  # seconds in which one confirmation counts
ACCOUNT_FORMS = {
    "login": "dekkend.accounts.forms.LoginForm",
    "change_password": "dekkend.accounts.forms.ChangePasswordForm",
    "set_password": "dekkend.accounts.forms.SetPasswordForm",
    "reset_password": "dekkend.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "dekkend.accounts.forms.NewPasswordForm",
    "reauthenticate": "dekkend.accounts.forms.ConfirmForm",
}

# After so many wrong attempts by one person from one address, wait so many minutes. Many people may share one address
# (a school behind one router), and a stranger must not be able to lock someone out: a whole address, and an account
# seen from everywhere, get ten times more.
LOGIN_FAILURES_ALLOWED = 8
LOGIN_PAUSE_MINUTES = 15
WIDE = 10 * LOGIN_FAILURES_ALLOWED
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": f"{LOGIN_FAILURES_ALLOWED}/{LOGIN_PAUSE_MINUTES}m/key,{WIDE}/{LOGIN_PAUSE_MINUTES}m/ip",
    "login_failed_account": f"{WIDE}/{LOGIN_PAUSE_MINUTES}m/key",
    "reset_password": "60/h/ip,5/h/key",
    "reset_password_from_key": "60/m/ip",
}

MFA_ADAPTER = "dekkend.accounts.gateways.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a passkey alone is both factors only when its owner proved to be there
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False
MFA_TOTP_ISSUER = "Dekkend"
MFA_TOTP_TOLERANCE = 1  # one step of 30 seconds early or late: clocks of telephones differ
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # see ACCOUNT_EMAIL_VERIFICATION
MFA_FORMS = {
    "authenticate": "dekkend.accounts.forms.CodeForm",
    "reauthenticate": "dekkend.accounts.forms.ConfirmCodeForm",
    "activate_totp": "dekkend.accounts.forms.ActivateAppForm",
    "add_webauthn": "dekkend.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "dekkend.accounts.forms.RenamePasskeyForm",
}

SOCIALACCOUNT_ADAPTER = "dekkend.accounts.views.school_login.SchoolLoginAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True  # coupling gives a second way in
SOCIALACCOUNT_REQUESTS_TIMEOUT = number("DEKKEND_SCHOOL_LOGIN_TIMEOUT", 10)  # seconds


def school_login(issuer: str) -> list[dict[str, Any]]:
    """The one school login of this installation (Entree Federatie, or a board's own), or none."""
    if not issuer:
        return []
    return [
        {
            "provider_id": "school",
            "name": text("DEKKEND_SCHOOL_LOGIN_NAME", "Entree Federatie"),
            "client_id": text("DEKKEND_SCHOOL_LOGIN_CLIENT"),
            "secret": text("DEKKEND_SCHOOL_LOGIN_SECRET"),
            "settings": {"server_url": issuer, "scope": ["openid", "profile"], "oauth_pkce_enabled": True},
        }
    ]


SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": school_login(text("DEKKEND_SCHOOL_LOGIN_ISSUER"))}}
# Our word: the name of the claim. Those of Entree Federatie; another school login may call them otherwise.
SCHOOL_LOGIN_CLAIMS = {
    "given_name": "givenName",
    "infix": "nlEduPersonTussenvoegsels",
    "family_name": "sn",
    "email": "mail",
    "affiliation": "eduPersonAffiliation",
    "brin": "nlEduPersonHomeOrganizationId",
}
# Who knows the schools: features below `organisations` ask through this name.
SCHOOL_NAMES = "dekkend.config.schools.names_at"
