from __future__ import annotations

import gzip
import io
import json
import lzma
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.models import Draft, Refused
from index.parsing import Limits, parse_file, readable
from tests.index.parsing.layouts import PARAGRAPHS, TITLE

BODY = "\n\n".join(PARAGRAPHS)
TEXT = f"{TITLE}\nBy Mirela Tasch - March 14, 2023\n\n{BODY}"
RECORD = {"title": TITLE, "source": "Courier", "published": "2023-03-14", "text": BODY}


def read(name: str, data: bytes | Path, limits: Limits | None = None) -> list[Draft | Refused]:
    return list(parse_file(name, data, limits=limits))


def draft(name: str, data: bytes | Path) -> Draft:
    (one,) = read(name, data)
    assert isinstance(one, Draft), one
    return one


def refusal(name: str, data: bytes | Path, limits: Limits | None = None) -> Refused:
    (one,) = read(name, data, limits)
    assert isinstance(one, Refused), one
    assert one.name == name
    assert one.message.startswith(name)
    assert "\n" not in one.message
    assert one.message.endswith(".")
    return one


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


@pytest.mark.parametrize("name", ["vote.txt", "vote.md", "VOTE.TXT", "folder/vote.markdown", "vote"])
def test_text_files_are_read(name: str) -> None:
    one = draft(name, TEXT.encode())
    assert (one.title, one.author, one.text) == (TITLE, "Mirela Tasch", BODY)


def test_html_files_are_read() -> None:
    words = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert draft("vote.html", f"<html><article>{words}</article></html>".encode()).text.split("\n") == list(
        PARAGRAPHS
    )


def test_a_json_file_holds_an_article_or_a_list_of_them() -> None:
    assert draft("a.json", json.dumps(RECORD).encode()).published == date(2023, 3, 14)
    many = read("a.json", json.dumps([RECORD, {"title": "x"}, RECORD]).encode())
    assert [type(one) for one in many] == [Draft, Refused, Draft]
    assert "a.json, article 2" in str(many[1])


def test_json_lines_under_the_wrong_name_are_read() -> None:
    assert len(read("a.json", lines(RECORD, RECORD))) == 2


@pytest.mark.parametrize(
    "text",
    ["  spaces kept \r\n\ttabs \u00a0too\n", "\ufefftext", "Most Popular", "a\x00b", "e\u0301 \U0001f30a"],
)
def test_a_given_text_is_kept_character_for_character(text: str) -> None:
    assert draft("a.jsonl", lines({"text": text})).text == text


def test_every_field_is_kept() -> None:
    record = {**RECORD, "id": " 7 ", "url": "https://courier.example/a", "author": ["A", "B"], "extra": 1}
    one = draft("a.jsonl", lines(record))
    assert (one.id, one.url, one.author, one.source) == ("7", "https://courier.example/a", "A, B", "Courier")
    assert draft("a.jsonl", lines({**RECORD, "id": 7, "title": None})).id == "7"


def test_html_in_a_record_is_read_and_the_record_has_the_last_word() -> None:
    html = "<html><title>Another</title>" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    one = draft("a.jsonl", lines({"id": "x", "title": TITLE, "published": "2023-03-14", "html": html}))
    assert (one.id, one.title, one.published) == ("x", TITLE, date(2023, 3, 14))
    assert one.text.split("\n") == list(PARAGRAPHS)
    assert one.concerns == ()


def test_a_broken_line_among_a_thousand_costs_that_line() -> None:
    data = lines(*[RECORD] * 1000).splitlines(keepends=True)
    data[499] = data[499][:200] + b"\n"
    results = read("many.jsonl", b"".join(data))
    refused = [one for one in results if isinstance(one, Refused)]
    assert len(results) == 1000
    assert [(one.name, one.line) for one in refused] == [("many.jsonl", 500)]
    assert refused[0].message.startswith("many.jsonl, line 500: is not valid JSON")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"[1]", "is not a JSON object"),
        (b'"text"', "is not a JSON object"),
        (b"{}", 'has no "text"'),
        (b'{"text": "  "}', 'has no "text"'),
        (b'{"text": 7}', '"text" is not a string'),
        (b'{"text": "a", "title": {}}', '"title" is not a string'),
        (b'{"text": "a", "published": 7}', '"published" is not a string'),
        (b'{"text": "\\ud800"}', "half a character"),
        (b'{"text": "caf\xe9"}', "is not UTF-8"),
        (b'{"html": "<html></html>"}', '"html" holds no article'),
        (b"[" * 100_000, "beyond reason"),
        (b'{"id": ' + b"9" * 10_000 + b"}", "beyond reason"),
    ],
)
def test_each_kind_of_bad_line_has_its_sentence(line: bytes, sentence: str) -> None:
    first, bad, last = read("a.jsonl", lines(RECORD) + line + b"\n" + lines(RECORD))
    assert isinstance(first, Draft)
    assert isinstance(last, Draft)
    assert isinstance(bad, Refused)
    assert bad.line == 2
    assert sentence in bad.message


def test_an_unreadable_date_leaves_the_article_undated() -> None:
    assert draft("a.jsonl", lines({**RECORD, "published": "some day"})).concerns == ("no-date",)


def test_blank_lines_and_marks_are_passed_over_and_still_counted() -> None:
    results = read("a.jsonl", b"\xef\xbb\xbf" + lines(RECORD) + b"\n  \n" + b"broken\n")
    assert [type(one) for one in results] == [Draft, Refused]
    assert isinstance(results[1], Refused)
    assert results[1].line == 4


def test_a_line_too_long_is_refused_and_the_next_is_read() -> None:
    long = lines({"text": "x" * 5000})
    results = read("a.jsonl", lines(RECORD) + long + lines(RECORD), Limits(line=4000))
    assert [type(one) for one in results] == [Draft, Refused, Draft]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
def test_packed_files_are_read(pack: object) -> None:
    assert callable(pack)
    suffix = ".gz" if pack is gzip.compress else ".xz"
    assert len(read(f"a.jsonl{suffix}", pack(lines(RECORD, RECORD)))) == 2
    assert draft(f"vote.txt{suffix}", pack(TEXT.encode())).text == BODY


@pytest.mark.parametrize("suffix", [".gz", ".xz"])
def test_a_damaged_packed_file_is_refused_after_what_could_be_read(suffix: str) -> None:
    pack = gzip.compress if suffix == ".gz" else lzma.compress
    packed = pack(lines(*({**RECORD, "id": str(number)} for number in range(400))))
    *_, last = read(f"a.jsonl{suffix}", packed[: len(packed) // 2])
    assert isinstance(last, Refused)
    assert "does not unpack" in last.message
    assert "does not unpack" in refusal(f"vote.txt{suffix}", b"no archive").message


def test_a_packed_bomb_is_stopped_at_its_limit() -> None:
    packed = gzip.compress(b"\n" * 30_000_000)
    assert "larger than 20 MB" in refusal("bomb.txt.gz", packed).message
    assert "unpacks to more than 1 MB" in refusal("bomb.jsonl.gz", packed, Limits(total=1_000_000)).message


def test_a_file_too_large_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert "larger than 20 MB" in refusal("large.txt", path).message


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"", "is empty"),
        ("a.json", b" \n", "is empty"),
        ("a.jsonl", b"", "is empty"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.html", b"", "is empty"),
        ("a.eml", b"", "is empty"),
        ("a.json", b"[]", "is an empty list"),
        ("a.json", b'{"text": ', "is not valid JSON"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "is a picture, not text"),
        ("a.md", b"%PDF-1.7 ", "is a PDF, not text"),
        ("a.txt", b"PK\x03\x04" + b"x" * 30, "is a ZIP archive"),
        ("a.txt", bytes(range(256)) * 20, "is a binary file"),
        ("a.jsonl", b"\x00\x01\x02" * 50, "is a binary file"),
        ("a.jsonl", "{}".encode("utf-16"), "is UTF-16"),
        ("a.docx", b"PK", "of a kind that is not read (.docx)"),
        ("a.tar.gz", gzip.compress(b"x", mtime=0), "Unpack it"),
        ("a.gz", gzip.compress(b"x", mtime=0), "Unpack it"),
        ("a.eml", b"no headers at all", "mail message without text"),
        ("a.pdf", b"%PDF-1.7 broken", "is a damaged PDF"),
    ],
)
def test_each_kind_of_bad_file_has_its_sentence(name: str, data: bytes, sentence: str) -> None:
    assert sentence in refusal(name, data).message


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    assert "cannot be read (no such file or directory)" in refusal("a.txt", tmp_path / "a.txt").message
    assert "is a folder" in refusal("a.txt", tmp_path).message


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_other_encodings_are_read_to_the_same_characters(encoding: str) -> None:
    assert draft("vote.txt", TEXT.encode(encoding)).text == BODY


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8", "utf-16"])
def test_cyrillic_encodings_are_told_apart(encoding: str) -> None:
    body = "Совет города проголосовал за открытие соляной гавани для рыбацких судов. " * 20
    assert draft("vote.txt", f"Гавань откроют\n\n{body}".encode(encoding)).text == body.strip()


def mail(**parts: str) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = TITLE, "Mirela Tasch <mt@courier.example>"
    message["Date"] = "Tue, 14 Mar 2023 08:30:00 +0100"
    if "plain" in parts:
        message.set_content(parts["plain"])
    if "html" in parts:
        add = message.add_alternative if "plain" in parts else message.set_content
        add(parts["html"], subtype="html")
    return message.as_bytes()


def test_a_mail_message_is_an_article() -> None:
    html = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    for one in (draft("a.eml", mail(plain=f"\n{BODY}\n", html=html)), draft("a.eml", mail(html=html))):
        assert (one.title, one.author, one.published) == (TITLE, "Mirela Tasch", date(2023, 3, 14))
        assert one.text.split() == BODY.split()


def test_a_mail_in_an_encoding_of_escape_sequences_is_read() -> None:
    message = EmailMessage()
    body = "市長は「橋を作る」と言った。\n" * 9
    message.set_content(body, charset="iso-2022-jp")
    assert draft("a.eml", message.as_bytes()).text == body.strip()


def test_a_pdf_is_read_where_pypdf_is_installed() -> None:
    pytest.importorskip("pypdf")
    one = draft(
        "vote.pdf",
        pdf(
            TITLE,
            "By Mirela Tasch - March 14, 2023",
            "",
            "The council of Orvane voted",
            "to reopen the harbour.",
        ),
    )
    assert (one.title, one.author, one.published) == (TITLE, "Mirela Tasch", date(2023, 3, 14))
    assert "The council of Orvane voted to reopen the harbour." in one.text


def pdf(*written: str) -> bytes:
    """Make the smallest PDF that shows these lines."""
    moves = "".join(f"({line}) Tj 0 -16 Td\n" for line in written)
    content = f"BT /F1 12 Tf 50 700 Td\n{moves}ET".encode()
    fonts = b"/Resources << /Font << /F1 5 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R %b >>" % fonts,
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.write(
        b"xref\n0 6\n0000000000 65535 f \n%btrailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (table, start)
    )
    return out.getvalue()


def test_readable_names_are_told_by_their_ending() -> None:
    names = ["a.txt", "b.JSONL.xz", "c.html.gz", "d.docx", "e.gz", "f", "g.tar.gz", ".hidden"]
    assert [name for name in names if readable(name)] == ["a.txt", "b.JSONL.xz", "c.html.gz"]


@given(
    st.sampled_from(["a.txt", "a.md", "a.json", "a.jsonl", "a.eml", "a.txt.gz", "a.jsonl.xz", "a.pdf", "a"]),
    st.binary(max_size=300),
)
@settings(deadline=None)  # the first of each kind loads its library
def test_no_bytes_raise_and_each_refusal_names_its_file(name: str, data: bytes) -> None:
    for one in parse_file(name, data):
        assert isinstance(one, Draft) or one.message.startswith(name)


@given(
    st.dictionaries(
        st.sampled_from(["id", "title", "author", "source", "published", "text", "url"]), st.text(max_size=30)
    )
)
@settings(deadline=None)  # the first odd date loads the parser of odd dates
def test_no_record_raises_and_its_text_is_kept(record: dict[str, str]) -> None:
    (one,) = read("a.jsonl", lines(record))
    assert isinstance(one, Refused) or one.text == record["text"]
