"""The language of questions as people write them."""

from functools import partial

import pytest

from guide.adapters.language_id import LanguageIdentifier
from guide.model.terms import Language
from tests.threads import at_once

SENTENCES = [
    ("sv", "Hur får jag hjälp med pengar till hyran?"),
    ("sv", "min man slår mig"),
    ("sv", "behöver nån o prata med"),
    ("sv", "jag mår dåligt"),
    ("sv", "barnen bråkar jämt"),
    ("sv", "Vad kostar familjerådgivning?"),
    ("sv", "Jag vill sluta dricka"),
    ("sv", "hur ansöker man om kontaktperson"),
    ("sv", "Finns det stöd för anhöriga till missbrukare?"),
    ("sv", "min son är 14 och röker hasch"),
    ("sv", "vart vänder jag mig"),
    ("sv", "Vad är Signs of Safety?"),
    ("sv", "Hur funkar IPS Individual Placement and Support hos er?"),
    ("sv", "vill ha info om case management team och recovery"),
    ("sv", "asså jag orkar inte mer"),
    ("sv", "Min kompis Олександр behöver hjälp med ett boende"),
    ("sv", "hjälp"),
    ("sv", "IPS"),
    ("sv", "Bostad först"),
    ("sv", "help"),
    ("sv", "112"),
    ("sv", "???"),
    ("sv", ""),
    ("en", "Where can I get help with my drinking?"),
    ("en", "my husband hits me"),
    ("en", "I need money for rent"),
    ("en", "How do I apply for housing support?"),
    ("en", "Is there somebody I can talk to about my children?"),
    ("en", "who can help me"),
    ("en", "How do I reach Råd- och stödtelefonen?"),
    ("en", "What is Bostad först and who is it for?"),
    ("en", "panic attacks every night"),
    ("en", "What does it cost?"),
    ("en", "I live in Helsingborg and my son uses drugs"),
    ("ar", "كيف أحصل على المساعدة؟"),
    ("ar", "زوجي يضربني"),
    ("ar", "أحتاج إلى سكن"),
    ("ar", "مساعدة"),
    ("ar", "هل توجد خدمة Familjerådgivning بدون تكلفة؟"),
    ("uk", "Де я можу отримати допомогу?"),
    ("uk", "мій чоловік б'є мене"),
    ("uk", "допомога"),
    ("uk", "Мені потрібне житло в Helsingborg"),
    ("so", "Sidee ayaan caawimaad ku heli karaa?"),
    ("so", "Ninkaygu wuu i garaacaa, maxaan sameeyaa?"),
    ("so", "Waxaan u baahanahay guri aan ku noolaado"),
    ("so", "Ma jiraa qof aan la hadli karo?"),
    ("so", "Lacag la'aan ayaa i haysa, yaa i caawin kara"),
    ("so", "Carruurtaydu waxay u baahan yihiin taageero"),
    ("fa", "چگونه می‌توانم کمک بگیرم؟"),
    ("fa", "شوهرم مرا می‌زند"),
    ("fa", "کمک"),
    ("fa", "برای اجاره خانه پول لازم دارم"),
]


@pytest.fixture(scope="module")
def identify() -> LanguageIdentifier:
    return LanguageIdentifier()


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_questions_are_told_apart(
    identify: LanguageIdentifier, language: str, sentence: str
) -> None:
    assert identify(sentence) is Language(language)


@pytest.mark.parametrize("sentence", ["Jeg trenger hjelp med barna mine", "Hvor kan jeg få hjælp?"])
def test_neighbouring_languages_count_as_swedish(
    identify: LanguageIdentifier, sentence: str
) -> None:
    assert identify(sentence) is Language.SV


def test_threads_may_share_it() -> None:
    identify, wrong = LanguageIdentifier(), []

    def run(language: str, sentence: str) -> None:
        if identify(sentence) is not Language(language):
            wrong.append(sentence)

    at_once(*(partial(run, *pair) for pair in SENTENCES[:40]))
    assert wrong == []
