"""Which features and libraries are installed, and through which layers does a request pass?"""

from dekkend.config.settings.accounts import ACCOUNT_APPS, ACCOUNT_MIDDLEWARE

INSTALLED_APPS = [
    "dekkend.config",
    "dekkend.demo",
    "dekkend.home",
    "dekkend.needcards",
    "dekkend.finder",
    "dekkend.planning",
    "dekkend.coverage",
    "dekkend.publishing",
    "dekkend.adoption",
    "dekkend.reading",
    "dekkend.signals",
    "dekkend.offers",
    "dekkend.profiles",
    "dekkend.register",
    "dekkend.work",
    "dekkend.organisations",
    "dekkend.accounts",
    "dekkend.files",
    "dekkend.notices",
    "dekkend.audit",
    "dekkend.ui",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    *ACCOUNT_APPS,
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

# The order matters: probes first, then headers, then who asks, then what they may see. Static files are not logged.
MIDDLEWARE = [
    "dekkend.config.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dekkend.config.request_log.RequestLogMiddleware",
    "dekkend.publishing.middleware.OpenDataMiddleware",
    "csp.middleware.CSPMiddleware",
    "dekkend.ui.headers.SecurityHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "dekkend.ui.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "dekkend.organisations.middleware.ScopeMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    *ACCOUNT_MIDDLEWARE,
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "dekkend.config.urls"
WSGI_APPLICATION = "dekkend.config.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGIN_REDIRECT_URL = "home:my_day"
LOGOUT_REDIRECT_URL = "home:start"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

FORM_RENDERER = "dekkend.ui.forms.Renderer"
CSRF_FAILURE_VIEW = "dekkend.ui.errors.request_too_old"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["dekkend.ui.templatetags.ui", "django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dekkend.config.navigation.navigation",
            ],
        },
    }
]
