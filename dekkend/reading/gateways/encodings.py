"""Which letters do these bytes stand for?"""

from __future__ import annotations

import codecs
import re

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
STRAY = "dekkend-stray-bytes"
SAMPLE = 65_536  # bytes looked at to tell text from other things
CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f\ufffd\ud800-\udfff]")
MANY_CONTROLS = 0.01
UTF8_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]")


def decode(data: bytes) -> str | None:
    """The text of `data`, or None when it is no text at all.

    Known by their mark: UTF-8, UTF-16, UTF-32. Without a mark: UTF-16 by its zero bytes, then UTF-8, then Windows-1252
    (a single stray byte in a UTF-8 file is read as Windows-1252 too, the rest stays UTF-8).
    """
    encoding = _encoding_of(data)
    if encoding is None:
        return None
    text = data.decode(encoding, errors=STRAY if encoding in ("utf-8", "utf-8-sig", "cp1252") else "replace")
    sample = text[:SAMPLE]
    return None if len(CONTROL.findall(sample)) > MANY_CONTROLS * len(sample) else text


def _encoding_of(data: bytes) -> str | None:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return encoding
    if b"\x00" in data[:SAMPLE]:
        return _wide_encoding_of(data[: SAMPLE - SAMPLE % 2])
    return "utf-8" if _mostly_utf8(data) else "cp1252"


def _wide_encoding_of(sample: bytes) -> str | None:
    """UTF-16 without a mark: in Dutch text nearly every second byte is zero."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        sample = data[: 16 * SAMPLE]
        pairs = UTF8_PAIR.findall(sample)
        stray = len(HIGH.findall(sample)) - sum(map(len, pairs))
        return len(pairs) > stray
    return True


def _stray_bytes(error: UnicodeError) -> tuple[str, int]:
    """A byte that UTF-8 does not know, read as Windows-1252 (and as Latin-1 where that has no letter)."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return "".join(_windows_letter(byte) for byte in stray), error.end


def _windows_letter(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


codecs.register_error(STRAY, _stray_bytes)
