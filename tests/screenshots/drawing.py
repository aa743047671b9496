"""A captured message or form as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any

from tests.screenshots.capture import Shot
from tests.screenshots.markup import Markup

_OUT = '<svg class="out" viewBox="0 0 16 16"><path d="M9 2h5v5M14 2 7 9M12 9v5H2V4h5"/></svg>'
_PAGE = """<!doctype html><html lang="en" class="{width}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>{title}</title><style>{style}</style></head>
<body><div id="shot">{body}</div></body></html>"""


def page(shot: Shot, width: str, now: datetime) -> str:
    """The whole document; `width` is "phone" or "desktop"."""
    drawing = Drawing(shot, Markup(now, shot.names))
    style = Path(__file__).with_name("style.css").read_text("utf-8")
    return _PAGE.format(width=width, title=escape(shot.name), style=style, body=drawing.body())


class Drawing:
    """Draws the parts of one shot."""

    def __init__(self, shot: Shot, markup: Markup) -> None:
        self._shot = shot
        self._markup = markup
        self._drawers: dict[int, Callable[[Mapping[str, Any]], str]] = {
            1: self._row,
            2: self._button,
            3: self._select,
            4: self._input,
            5: self._select,
            6: self._select,
            7: self._select,
            8: self._select,
            9: self._section,
            10: self._text,
            11: self._thumbnail,
            12: self._gallery,
            13: self._file,
            14: self._separator,
            17: self._container,
            18: self._label,
            19: self._upload,
            21: self._select,
            22: self._select,
            23: self._select,
        }

    def body(self) -> str:
        if self._shot.modal is not None:
            return self._modal(self._shot.modal)
        return "".join(self._message())

    # ------------------------------------------------------------------ frames

    def _message(self) -> Iterator[str]:
        shot, message = self._shot, self._shot.message
        if shot.context:
            who, what = shot.context
            verb = "" if what.startswith("@") else " used "
            yield (
                f'<div class="context"><span class="dot">{escape(who[0])}</span>'
                f'<span class="who">{escape(who)}</span>{verb}<span class="what">{escape(what)}</span></div>'
            )
        yield '<div class="head"><div class="avatar">q</div><div class="body">'
        yield '<span class="name">Quotedesk</span><span class="app">APP</span><span class="when">14:05</span>'
        if message.get("content"):
            yield f'<div class="text">{self._markup.blocks(message["content"])}</div>'
        yield "".join(self._embed(embed) for embed in message.get("embeds") or [])
        yield f'<div class="stack">{self._all(message.get("components") or [])}</div>'
        shown = str(message.get("components"))
        for attachment in message.get("attachments") or []:
            if attachment["filename"] not in shown:
                yield self._attachment(attachment)
        if shot.private:
            yield '<div class="private">👁 Only you can see this • <span>Dismiss message</span></div>'
        yield "</div></div>"

    def _modal(self, modal: Mapping[str, Any]) -> str:
        return (
            f'<div class="modal"><div class="title"><div class="avatar">q</div>{escape(modal["title"])}</div>'
            f"{self._all(modal['components'])}"
            '<div class="actions"><span class="button">Cancel</span>'
            '<span class="button s1">Submit</span></div></div>'
        )

    def _all(self, parts: list[Mapping[str, Any]]) -> str:
        return "".join(self._drawers[part["type"]](part) for part in parts)

    # ------------------------------------------------------------------ components

    def _container(self, part: Mapping[str, Any]) -> str:
        accent = part.get("accent_color")
        style = f' accent" style="--accent:#{accent:06x}' if accent is not None else ""
        return f'<div class="container{style}">{self._all(part["components"])}</div>'

    def _text(self, part: Mapping[str, Any]) -> str:
        return f'<div class="text">{self._markup.blocks(part["content"])}</div>'

    def _section(self, part: Mapping[str, Any]) -> str:
        accessory = self._all([part["accessory"]])
        return f'<div class="section"><div class="texts">{self._all(part["components"])}</div>{accessory}</div>'

    def _thumbnail(self, part: Mapping[str, Any]) -> str:
        return f'<img class="thumb" src="{self._picture(part["media"])}">'

    def _gallery(self, part: Mapping[str, Any]) -> str:
        pictures = "".join(f'<img src="{self._picture(item["media"])}">' for item in part["items"])
        return f'<div class="gallery">{pictures}</div>'

    def _picture(self, media: Mapping[str, Any]) -> str:
        url = media["url"]
        return escape(self._shot.pictures.get(url.rsplit("/", 1)[-1], url))

    @staticmethod
    def _separator(part: Mapping[str, Any]) -> str:
        wide = " wide" if part.get("spacing") == 2 else ""
        blank = "" if part.get("divider", True) else " blank"
        return f'<div class="separator{wide}{blank}"></div>'

    def _row(self, part: Mapping[str, Any]) -> str:
        return f'<div class="row">{self._all(part["components"])}</div>'

    @staticmethod
    def _button(part: Mapping[str, Any]) -> str:
        style = int(part.get("style") or 2)
        emoji = escape(str((part.get("emoji") or {}).get("name") or ""))
        inside = " ".join(piece for piece in (emoji, escape(str(part.get("label") or ""))) if piece)
        off = " off" if part.get("disabled") else ""
        out = _OUT if style == 5 else ""
        return f'<span class="button s{style}{off}">{inside}{out}</span>'

    @staticmethod
    def _select(part: Mapping[str, Any]) -> str:
        chosen = [option["label"] for option in part.get("options") or [] if option.get("default")]
        text = escape(", ".join(chosen) or str(part.get("placeholder") or "Make a selection"))
        return f'<div class="select"><span>{text}</span><span>⌄</span></div>'

    @staticmethod
    def _file(part: Mapping[str, Any]) -> str:
        name = escape(str(part.get("name") or part["file"]["url"].rsplit("/", 1)[-1]))
        return f'<div class="file">📄 {name}<div class="size">{part.get("size", 0)} bytes</div></div>'

    def _attachment(self, attachment: Mapping[str, Any]) -> str:
        name = attachment["filename"]
        if name.endswith(".png"):
            return f'<img class="picture" src="{escape(self._shot.pictures.get(name, ""))}">'
        return self._file({"name": name, "size": attachment.get("size", 0)})

    def _embed(self, embed: Mapping[str, Any]) -> str:
        color = embed.get("color")
        accent = f' style="--accent:#{color:06x}"' if color is not None else ""
        title = f'<div class="title">{self._markup.inline(embed["title"])}</div>' if embed.get("title") else ""
        text = self._markup.blocks(embed.get("description") or "")
        fields = "".join(
            f'<div class="field"><b>{self._markup.inline(field["name"])}</b>'
            f"{self._markup.blocks(field['value'])}</div>"
            for field in embed.get("fields") or []
        )
        return f'<div class="embed"{accent}>{title}{text}{fields}</div>'

    # ------------------------------------------------------------------ forms

    def _label(self, part: Mapping[str, Any]) -> str:
        control = part["component"]
        star = " <em>*</em>" if control.get("required", True) else ""
        hint = f'<div class="hint">{escape(part["description"])}</div>' if part.get("description") else ""
        label = f'<div class="label">{escape(part["label"])}{star}</div>'
        return f'<div class="field">{label}{hint}{self._all([control])}</div>'

    @staticmethod
    def _input(part: Mapping[str, Any]) -> str:
        text = str(part.get("value") or part.get("placeholder") or "")
        kinds = " long" * (part.get("style") == 2) + " filled" * bool(part.get("value"))
        return f'<div class="input{kinds}">{escape(text)}</div>'

    @staticmethod
    def _upload(_: Mapping[str, Any]) -> str:
        return '<div class="input">⬆ Upload a file</div>'
