"""Newsletters and forwarded articles saved as .eml."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.utils import parseaddr

from index.errors import FileRefused, PageRefused
from index.models import Draft, Refused
from index.parsing.decoding import decode
from index.parsing.furniture import body_end
from index.parsing.plain import text_concerns


def read_mail(name: str, data: bytes) -> Iterator[Draft | Refused]:
    """Yield the article of one message: its subject is the title, its text (else HTML) part the text."""
    if not data.strip():
        raise FileRefused(name, "is empty.", "Add a file with an article in it.")
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = message.get_body(preferencelist=("plain", "html"))
    content = part.get_payload(decode=True) if part is not None else None
    if (
        not isinstance(part, EmailMessage)
        or not isinstance(content, bytes)
        or not content.strip()
        or not message.keys()
    ):
        raise FileRefused(name, "is a mail message without text.", "Save the article as .txt or .html.")
    title = " ".join(_header(message, "subject").split())
    author, published = parseaddr(_header(message, "from"))[0], _sent(message)
    charset = part.get_content_charset()
    if part.get_content_subtype() == "html":
        yield _html(name, content, charset, Draft("", title=title, author=author, published=published))
        return
    text = decode(content, name, charset=charset)
    body = text[len(text) - len(text.lstrip()) : body_end(text)]
    concerns = text_concerns(body, titled=bool(title), dated=published is not None)
    yield Draft(body, title=title, author=author, published=published, concerns=concerns)


def _header(message: EmailMessage, name: str) -> str:
    """A header as text, "" where there is none or it cannot be read: the standard library raises on some."""
    try:
        return str(message.get(name, ""))
    except (AttributeError, LookupError, OverflowError, TypeError, ValueError):
        return ""


def _html(name: str, content: bytes, charset: str | None, known: Draft) -> Draft:
    from index.parsing.pages import parse_page

    try:
        page = parse_page(content, None, charset=charset)
    except PageRefused as error:
        raise FileRefused(name, error.reason, error.advice) from error
    title, published = known.title or page.title, known.published or page.published
    return replace(page, title=title, author=known.author or page.author, published=published)


def _sent(message: EmailMessage) -> date | None:
    try:
        return message["date"].datetime.date() if message["date"] is not None else None
    except (AttributeError, LookupError, OverflowError, ValueError, TypeError):
        return None
