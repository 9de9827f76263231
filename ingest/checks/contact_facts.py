"""Telephone numbers and addresses that stand in a text instead of a contact record."""

from collections.abc import Iterator

import regex

from ingest.checks.texts import all_texts
from ingest.checks.view import View
from ingest.problems import Problem, fault

NAMES = ("112", "1177", "90101", "114 14", "116 111", "116 117", "116 000", "113 13")
"""Numbers that are names: everybody calls the service by them."""
_NAMES = regex.compile(rf"(?<!\d)(?:{'|'.join(NAMES)})(?!\d)")
_PHONE = regex.compile(
    r"(?<![\d-])(?:(?:\+|0)\d{1,3}(?:[- ]+\(?\d{2,4}\)?){2,4}|\+?\d{5,})(?![\d-])"
)
_ADDRESS = regex.compile(r"(?<![^\s(<])[^\s@<>]+@[^\s@<>]+\.\w+|https?://\S+|\bwww\.\S+")


def contact_facts(view: View) -> Iterator[Problem]:
    """Texts that give a telephone number, an e-mail address or a web address."""
    for text in all_texts(view):
        found = _PHONE.search(text.text) and _PHONE.search(_NAMES.sub("", text.text))
        found = found or _ADDRESS.search(text.text)
        if found:
            yield fault(
                "contact-in-text", text.file, text.field, f"”{found[0]}” står i en text.",
                "Lägg uppgiften i contacts.yaml och nämn kontaktens id under contacts.",
            )  # fmt: skip
