"""What must not decide where somebody is led is not read when a message is compared."""

import pytest

from guide.model.rules import NeutralRule
from guide.model.terms import Language
from guide.rules.neutral import NeutralReading
from ingest.load import Loaded


@pytest.fixture
def reading(project_knowledge: Loaded) -> NeutralReading:
    content = project_knowledge.content
    return NeutralReading(content.rules.neutral, content.given_names)


@pytest.mark.parametrize(
    ("variants", "language"),
    [
        (("Jag kommer från Syrien och kan inte sova", "Jag är från Polen. Kan inte sova"), "sv"),
        (
            ("I am from Ukraine and we cannot pay rent", "We come from Iraq. we cannot pay rent"),
            "en",
        ),
        (("أنا من سوريا ولا أستطيع النوم", "أنا من العراق، لا أستطيع النوم"), "ar"),
        (("Я з України і не можу заснути", "Ми родом з Сирії, не можу заснути"), "uk"),
        (
            (
                "Waxaan ka imid Soomaaliya oo ma seexan karo",
                "Waxaan ka imid Suuriya. ma seexan karo",
            ),
            "so",
        ),
        (("من از افغانستان آمده‌ام و خوابم نمی‌برد", "ما اهل سوریه هستیم، خوابم نمی‌برد"), "fa"),
        (("Vår familj är muslimsk. Vem hjälper oss?", "Vi är kristna, Vem hjälper oss?"), "sv"),
        (("Abdi på jobbet dricker", "Anna Lindgren på jobbet dricker"), "sv"),
        (("Jag är gift med en person av samma kön och trött", "Jag är gift och trött"), "sv"),
    ],
)
def test_origin_faith_names_and_whom_one_married_leave_no_trace(
    variants: tuple[str, str], language: str, reading: NeutralReading
) -> None:
    one, other = (reading.readings(text, Language(language)) for text in variants)
    assert [text.casefold() for text in one] == [text.casefold() for text in other]


def test_women_and_men_are_read_both_ways_in_whichever_order(reading: NeutralReading) -> None:
    his = reading.readings("Min man hotar mig, han dricker", Language.SV)
    hers = reading.readings("Min fru hotar mig, hon dricker", Language.SV)
    assert len(his) == 2
    assert set(his) == set(hers)


@pytest.mark.parametrize(
    "text",
    [
        "Jag är kristen, ingen får veta det",
        "Jag är muslim, men de säger att jag skämmer ut oss",
        "Jag är från och med i dag utan bostad",
        "Vi är trötta",
        "Ambulansen från Syrien-insamlingen",
        "Migrationsverket svarar inte",
    ],
)
def test_what_may_tell_of_danger_or_is_something_else_stays(
    text: str, reading: NeutralReading
) -> None:
    assert reading.readings(text, Language.SV) == (text,)


def test_a_message_of_nothing_else_is_read_as_it_is(reading: NeutralReading) -> None:
    assert reading.readings("Jag kommer från Syrien", Language.SV) == ("Jag kommer från Syrien",)


def test_what_an_editor_writes_takes_the_place_of_the_words() -> None:
    rule = NeutralRule(about="married to", any=("gift med en man",), instead="gift")
    read = NeutralReading([rule]).readings("Jag är GIFT med en MAN och trött", Language.SV)
    assert read == ("Jag är gift och trött",)
