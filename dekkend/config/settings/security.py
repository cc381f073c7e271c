"""What does a browser get to hear about safety, and what is never allowed? Strict from the first day."""

from csp.constants import NONE, SELF

from dekkend.config.settings.environment import text
from dekkend.config.settings.maps import MAP_TILE_HOSTS
from dekkend.config.settings.safety import NO_PROXY

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, *MAP_TILE_HOSTS],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60  # one working day, in seconds
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"

# A folder of profiles in one go: 250 files of at most 40 MB, 2 GB together; what is larger than 2 MB goes to disk at once.
LARGEST_FILE = 40_000_000  # bytes
LARGEST_UPLOAD = 2_000_000_000  # bytes in one request
FILE_UPLOAD_HANDLERS = [
    "dekkend.ui.upload_limits.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_NUMBER_FILES = 250
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

# Behind a proxy: the header in which it gives the browser's own address, for instance HTTP_X_REAL_IP. Empty or "none": no proxy.
CLIENT_ADDRESS_HEADER = text("DEKKEND_CLIENT_ADDRESS_HEADER").removeprefix(NO_PROXY)
