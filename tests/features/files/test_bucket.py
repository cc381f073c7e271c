"""Does a bucket keep files as the private folder does? Against a small stand-in for S3 on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.files.base import ContentFile

from dekkend.files.gateways import PrivateBucket, on_disk

pytest.importorskip("storages.backends.s3", reason="no library for S3: get it with `uv pip install .[s3]`")
pytest.importorskip("boto3", reason="no library for S3: get it with `uv pip install .[s3]`")


class StandIn(BaseHTTPRequestHandler):
    """PUT, GET, HEAD and DELETE of objects; what was sent along with each PUT is kept."""

    objects: dict[str, bytes]
    sent: dict[str, dict[str, str]]

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if "aws-chunked" in self.headers.get("Content-Encoding", ""):
            body = unchunked(body)
        self.objects[self.path], self.sent[self.path] = body, dict(self.headers)
        self.reply(200)

    def do_GET(self) -> None:
        self.reply(200, self.objects[self.path]) if self.path in self.objects else self.reply(404)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_DELETE(self) -> None:
        self.objects.pop(self.path, None)
        self.reply(204)

    def reply(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", "Tue, 01 Sep 2026 12:00:00 GMT")
        self.send_header("ETag", '"a"')
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return None


def unchunked(body: bytes) -> bytes:
    size, _, rest = body.partition(b"\r\n")
    length = int(size.split(b";")[0], 16)
    return rest[:length]


@pytest.fixture
def bucket() -> Iterator[PrivateBucket]:
    StandIn.objects, StandIn.sent = {}, {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield PrivateBucket(
        bucket_name="zilverkust",
        endpoint_url=f"http://127.0.0.1:{server.server_port}",
        region_name="nl",
        access_key="sleutel",
        secret_key="geheim",
        addressing_style="path",
    )
    server.shutdown()
    server.server_close()


def test_what_is_kept_comes_back_and_can_be_destroyed(bucket):
    name = bucket.save("a1/b2/geheim", ContentFile(b"profiel" * 1000))
    assert name == "a1/b2/geheim"
    with bucket.open(name) as file:
        assert file.read() == b"profiel" * 1000
    assert bucket.exists(name)
    assert bucket.size(name) == 7000
    bucket.delete(name)
    assert not bucket.exists(name)


def test_an_object_is_private_and_has_no_address(bucket):
    bucket.save("a1/geheim", ContentFile(b"profiel"))
    assert StandIn.sent["/zilverkust/a1/geheim"]["x-amz-acl"] == "private"
    with pytest.raises(ValueError, match="not accessible via a URL"):
        bucket.url("a1/geheim")


def test_an_object_is_never_replaced(bucket):
    first = bucket.save("a1/geheim", ContentFile(b"een"))
    second = bucket.save("a1/geheim", ContentFile(b"twee"))
    assert first != second


def test_the_reader_gets_a_copy_on_disk_that_goes_afterwards(bucket):
    class Content:
        storage, name = bucket, bucket.save("a1/geheim", ContentFile(b"profiel"))

    with on_disk(Content()) as path:
        assert path.read_bytes() == b"profiel"
        assert path.stat().st_mode & 0o077 == 0
    assert not path.exists()
