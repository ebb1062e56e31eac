"""Settings of the house: no person is stored, no cookie is set, no query is needed on public pages.

What can be set from outside: SAMPAN_HOME (folder of the data), SAMPAN_HOSTS (host names, comma
separated), SAMPAN_DEBUG (1 shows errors in the browser; never on a public host). Without SAMPAN_HOME
nothing is written to disk.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

PACKAGE = Path(__file__).resolve().parent
HOME = Path(os.environ["SAMPAN_HOME"]).expanduser() if os.environ.get("SAMPAN_HOME") else None


def _secret_key(home: Path | None) -> str:
    """The key kept in SAMPAN_HOME, made at the first start; without a home it lives with the process."""
    if home is None:
        return secrets.token_urlsafe(50)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = home / "secret_key"
    try:
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return file.read_text().strip()


SECRET_KEY = _secret_key(HOME)
DEBUG = os.environ.get("SAMPAN_DEBUG") == "1"
_HOSTS = [h.strip() for h in os.environ.get("SAMPAN_HOSTS", "").split(",")]
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver", *filter(None, _HOSTS)]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "sampan.web",
    "sampan.lawbook",
    "sampan.checks",
    "sampan.checks.offer",
    "sampan.rights",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Pages hold no secret and no cookie exists; an answer to a POST repeats only what the same visitor
    # has just sent. So there is nothing for a compression oracle (BREACH) to find.
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sampan.web.limits.no_store",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    # Sets no cookie by itself. Public checks are exempt: they change nothing and know no one.
    "django.middleware.csrf.CsrfViewMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sampan.web.limits.body_limit",
    # After the language is known, nearest to the pages.
    "sampan.web.fallback.mark_english",
]
ROOT_URLCONF = "sampan.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "sampan.web.page.common",
            ],
        },
    },
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(HOME / "public.sqlite3") if HOME else ":memory:",
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
# Each name in its own script; never translated.
LANGUAGES = [("en", "English"), ("km", "ខ្មែរ"), ("my", "မြန်မာ"), ("vi", "Tiếng Việt"), ("ja", "日本語")]
LOCALE_PATHS = [PACKAGE / "lang"]
FORMAT_MODULE_PATH = ["sampan.web.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Tokyo"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
# Every address of a static file carries its hash, so that a file may be kept for a year.
WHITENOISE_MAX_AGE = 365 * 24 * 3600

BODY_LIMIT = 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = BODY_LIMIT
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 1
# No plain text on disk: an upload stays in memory.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = BODY_LIMIT

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    },
}
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "sampan.web.views.refused"

# Where "Leave quickly" goes: a page that says nothing about who was reading.
LEAVE_TO = "https://www.wikipedia.org/"

# Only the place and the kind of a fault; never a request's body.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"bare": {"()": "sampan.web.limits.Bare"}},
    "formatters": {"short": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "filters": ["bare"], "formatter": "short"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
