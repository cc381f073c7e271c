"""Where do static files and uploaded documents live? Documents outside everything that a web server serves."""

from dekkend.config.settings.environment import VAR as VAR
from dekkend.config.settings.environment import text

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"

# Uploaded documents. There is no MEDIA_URL on purpose: each file leaves through a view that asks who wants it.
PRIVATE_ROOT = VAR / "private"
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700


def documents() -> dict[str, object]:
    """A private folder, or a bucket when one is named."""
    if not text("DEKKEND_S3_BUCKET"):
        return {"BACKEND": "dekkend.files.gateways.PrivateStorage"}
    options = {
        "bucket_name": text("DEKKEND_S3_BUCKET"),
        "endpoint_url": text("DEKKEND_S3_ENDPOINT") or None,
        "region_name": text("DEKKEND_S3_REGION") or None,
        "access_key": text("DEKKEND_S3_KEY"),
        "secret_key": text("DEKKEND_S3_SECRET"),
        "addressing_style": text("DEKKEND_S3_ADDRESSING", "path"),
    }
    return {"BACKEND": "dekkend.files.gateways.PrivateBucket", "OPTIONS": options}


STORAGES = {
    "default": documents(),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
