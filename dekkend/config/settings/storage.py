"""Where do static files and uploaded documents live? Documents outside everything that a web server serves."""

from dekkend.config.settings.environment import VAR as VAR

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"

# Uploaded documents. There is no MEDIA_URL on purpose: each file leaves through a view that asks who wants it.
PRIVATE_ROOT = VAR / "private"
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
STORAGES = {
    "default": {"BACKEND": "dekkend.files.gateways.PrivateStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
