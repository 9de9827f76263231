"""Turns what the API says into HTML. Every value is escaped by the template engine."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ui.languages import in_languages
from ui.model import Contact

TEMPLATES = Path(__file__).parent / "templates"

PHONE = re.compile(r"\+?\d[\d\s\-\u2013]*")
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|$~:<>&])")
TELLS = {
    "en": re.compile(
        r"\b(?:the|you|your|is|it|of|with|from|that|who|what|are|cannot)\b|^[^åäö]*$", re.I
    ),
    "so": re.compile(r"aa|uu|ii|\b(?:oo|iyo|ka|ku|ah|waxa|wax|ma|ama|la|lacagta)\b", re.I),
    "ar": re.compile("[\u0600-\u06ff]"),
    "fa": re.compile("[\u0600-\u06ff]"),
    "uk": re.compile("[\u0400-\u04ff]"),
}
RIGHT_TO_LEFT = frozenset({"ar", "fa"})


def render(template: str, **values: object) -> Markup:
    """The template of that name in `templates/`, filled in; a missing value raises."""
    return Markup(_environment().get_template(f"{template}.html").render(**values))


def tel_href(phone: str | None) -> str | None:
    """`tel:` and the digits with which the text begins; None where there is no number."""
    found = PHONE.match((phone or "").strip())
    digits = re.sub(r"[^\d+]", "", found.group()) if found else ""
    return f"tel:{digits}" if len(digits) > 2 else None


def web_href(url: str | None) -> str | None:
    """The address if it is an http(s) one, else None: no other scheme is ever linked."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def link_phones(text: str, phones: Iterable[str]) -> Markup:
    """The text, escaped, with those telephone numbers as links to call."""
    known = {phone: href for phone in phones if (href := tel_href(phone))}
    if not known:
        return escape(text)
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\d-])({'|'.join(map(re.escape, longest_first))})(?![\d-])")
    parts = pattern.split(text)
    return Markup("").join(
        Markup('<a href="{}">{}</a>').format(known[part], part) if part in known else escape(part)
        for part in parts
    )


def phones_of(contacts: Iterable[Contact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(contact.phone for contact in contacts if contact.phone))


def plain_label(text: str) -> str:
    """The text as a button label shows it literally: labels are read as Markdown."""
    return MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def direction(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def written_in(text: str, language: str) -> str:
    """The language of a sentence that has not said it: the visitor's where its letters, or
    small words of it, are in the text, else Swedish, the language of the knowledge."""
    telling = TELLS.get(language)
    return language if telling and telling.search(text) else "sv"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        tel_href=tel_href,
        web_href=web_href,
        link_phones=link_phones,
        direction=direction,
        in_languages=in_languages,
    )
    return environment
