"""How passages of an entry are named after the colon, by what they tell and their language."""

from guide.model.passage import Passage
from guide.model.terms import Language

_SUMMARY = {Language.SV: "sammanfattning", Language.EN: "summary"}
_FACTS = {Language.SV: "fakta", Language.EN: "facts"}
_NEEDS_TEST = {Language.SV: "fakta-behovsprovning", Language.EN: "facts-needs-test"}
_CONTACT = {Language.SV: "kontakt", Language.EN: "contact"}
EASY = "lattlast"


def summary(language: Language) -> str:
    return _SUMMARY.get(language, f"summary-{language}")


def facts(language: Language) -> str:
    return _FACTS.get(language, f"facts-{language}")


def needs_test(language: Language) -> str:
    return _NEEDS_TEST.get(language, f"facts-needs-test-{language}")


def contact(language: Language, number: int) -> str:
    """`number` is the contact's place in the entry, from 1."""
    return f"{_CONTACT.get(language, f'contact-{language}')}-{number}"


def is_essential(passage: Passage) -> bool:
    """Whether no answer may lack it: the needs-test, and contacts."""
    slug = passage.id.partition(":")[2]
    language = passage.language
    return slug == needs_test(language) or slug.startswith(contact(language, 0)[:-1])
