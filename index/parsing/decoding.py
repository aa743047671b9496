"""Bytes become characters, or a refusal that says what to do; no character is ever replaced in silence."""

from __future__ import annotations

import codecs
import re

from index.errors import FileRefused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Below this share of bytes over 127 a text is western with typographic marks, where detectors guess wildly.
_WESTERN_SHARE = 0.04
# The encodings that news still comes in; fewer candidates make fewer wrong guesses.
_CANDIDATES = [
    "cp1251",
    "koi8_r",
    "cp1252",
    "iso8859_2",
    "cp1250",
    "cp1253",
    "cp1254",
    "cp1256",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
]
# Encodings that browsers read as a superset of what was declared (WHATWG Encoding Standard), because that is
# what senders mean: curly quotation marks in "ISO-8859-1" are windows-1252, and control characters otherwise.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_SAMPLE = 65_536
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# An escaped form feed or two is in real files; one in a hundred bytes is not text.
_CONTROL_SHARE = 0.01
_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive (or an office document)",
    b"\x1f\x8b": "gzip data",
    b"\xfd7zXZ": "xz data",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
}
KINDS = "Add .txt, .md, .html, .json, .jsonl, .eml or .pdf files (also as .gz or .xz)."
_SAVE = "Save it as UTF-8 and add it again."


def decode(data: bytes, name: str, *, charset: str | None = None) -> str:
    """Return the characters of `data`, without a byte order mark.

    `charset` is what the sender declared; a byte order mark and valid UTF-8 come before it.
    Raises FileRefused for empty, binary and undecodable data.
    """
    if not data.strip():
        raise FileRefused(name, "is empty.", "Add a file with an article in it.")
    encoding = _encoding_of(data, name, charset)
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError) as error:
        raise FileRefused(name, f"is damaged: not all of it is {encoding}.", _SAVE) from error


def _encoding_of(data: bytes, name: str, charset: str | None) -> str:
    """Return the encoding of `data`; raises FileRefused where it is binary or cannot be told."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    wide = _unmarked_wide(data[:_SAMPLE])
    if wide is not None:
        return wide
    declared = _codec(charset)
    if declared.startswith("iso2022") and _decodes(data, declared):
        return declared  # its escape sequences are ASCII, so it would pass for UTF-8
    refuse_binary(data[:_SAMPLE], name)
    for encoding in ("utf-8", _SUPERSETS.get(declared, ""), declared):
        if encoding and _decodes(data, encoding):
            return encoding
    return _legacy(data, name)


def refuse_binary(sample: bytes, name: str) -> None:
    """Raise FileRefused where the first bytes of a file are no text."""
    for start, kind in _BINARY.items():
        if sample.startswith(start):
            raise FileRefused(name, f"is {kind}, not text.", KINDS)
    if len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise FileRefused(name, "is a binary file, not text.", KINDS)


def _codec(charset: str | None) -> str:
    """Return Python's name of a declared encoding, "" where there is none or it is unknown."""
    try:
        return codecs.lookup(charset).name if charset else ""
    except (LookupError, ValueError):
        return ""


def _unmarked_wide(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes, which stand on one side only."""
    half = len(sample) // 2
    if half < 4 or (len(sample) % 2 and len(sample) < _SAMPLE):  # noqa: PLR2004 (too few to tell)
        return None
    even, odd = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    encoding = "utf-16-le" if odd > 0.4 * half and even < 0.02 * half else ""
    encoding = "utf-16-be" if even > 0.4 * half and odd < 0.02 * half else encoding
    if not encoding:
        return None
    # The sample may end inside a pair; what precedes must be printable, or zeros are just zeros.
    start = sample[: 2 * half - 4].decode(encoding, errors="replace")
    odd_marks = sum(not (mark.isprintable() or mark.isspace()) for mark in start)
    return encoding if odd_marks <= _CONTROL_SHARE * len(start) else None


def _legacy(data: bytes, name: str) -> str:
    """Tell an old one-byte or East Asian encoding."""
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if high < _WESTERN_SHARE * len(data) and _decodes(data, "cp1252"):
        return "cp1252"
    import charset_normalizer

    # Bytes past the sample may not fit what the sample suggests; `decode` finds that out.
    best = charset_normalizer.from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES, enable_fallback=False).best()
    if best is None or not _decodes(data, best.encoding):
        raise FileRefused(name, "is in an encoding that cannot be told.", _SAVE)
    return best.encoding


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return False
    return True
