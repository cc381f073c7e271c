"""Which addresses belong to logging in and the own account?

The names without `accounts:` are those by which the login library finds its own screens.
"""

from django.urls import include, path, re_path

from dekkend.accounts.views import entering, own_account, school_login, step_up

own = [
    path("", own_account.Account.as_view(), name="account"),
    path("tweede-stap/", step_up.SecondFactor.as_view(), name="second_factor"),
    path("school/<int:account_id>/ontkoppelen/", school_login.Uncouple.as_view(), name="uncouple"),
    path("sessies/<int:session_id>/afsluiten/", own_account.EndSession.as_view(), name="end_session"),
]

into = [
    path("inloggen/", entering.Login.as_view(), name="account_login"),
    path("inloggen/code/", entering.Code.as_view(), name="mfa_authenticate"),
    path("inloggen/passkey/", entering.PasskeyLogin.as_view(), name="mfa_login_webauthn"),
    path("uitloggen/", entering.Logout.as_view(), name="account_logout"),
    path("aanmelden/", entering.SignUp.as_view(), name="account_signup"),
    path("gesloten/", entering.Inactive.as_view(), name="account_inactive"),
    path("wachtwoord-vergeten/", entering.Forgotten.as_view(), name="account_reset_password"),
    path("wachtwoord-vergeten/verstuurd/", entering.ForgottenSent.as_view(), name="account_reset_password_done"),
    path("wachtwoord-vergeten/klaar/", entering.NewPasswordDone.as_view(), name="account_reset_password_from_key_done"),
    re_path(
        r"^wachtwoord-vergeten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        entering.NewPassword.as_view(),
        name="account_reset_password_from_key",
    ),
]

through_school = [
    path("inloggen/school/<slug:provider_id>/", school_login.Leave.as_view(), name="openid_connect_login"),
    path("inloggen/school/<slug:provider_id>/terug/", school_login.come_back, name="openid_connect_callback"),
    path("inloggen/school-afgebroken/", school_login.Cancelled.as_view(), name="socialaccount_login_cancelled"),
]

guarding = [
    path("wachtwoord/", own_account.Password.as_view(), name="account_change_password"),
    path("wachtwoord/kiezen/", own_account.FirstPassword.as_view(), name="account_set_password"),
    path("bevestigen/", own_account.Confirm.as_view(), name="account_reauthenticate"),
    path("bevestigen/code/", own_account.ConfirmCode.as_view(), name="mfa_reauthenticate"),
    path("bevestigen/passkey/", own_account.ConfirmPasskey.as_view(), name="mfa_reauthenticate_webauthn"),
    path("beveiliging/", own_account.Security.as_view(), name="mfa_index"),
    path("beveiliging/app/", own_account.AppOn.as_view(), name="mfa_activate_totp"),
    path("beveiliging/app/uitzetten/", own_account.AppOff.as_view(), name="mfa_deactivate_totp"),
    path("beveiliging/herstelcodes/", own_account.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path("beveiliging/herstelcodes/nieuw/", own_account.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("beveiliging/passkeys/", own_account.Passkeys.as_view(), name="mfa_list_webauthn"),
    path("beveiliging/passkeys/nieuw/", own_account.PasskeyAdded.as_view(), name="mfa_add_webauthn"),
    path("beveiliging/passkeys/<int:pk>/naam/", own_account.PasskeyRenamed.as_view(), name="mfa_edit_webauthn"),
    path("beveiliging/passkeys/<int:pk>/weghalen/", own_account.PasskeyRemoved.as_view(), name="mfa_remove_webauthn"),
    path("sessies/", own_account.Sessions.as_view(), name="usersessions_list"),
]

urlpatterns = [path("", include((own, "accounts"))), *into, *through_school, *guarding]
