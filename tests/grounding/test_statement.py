"""What a free wording can get wrong stops a sentence; an honest one is kept."""

import pytest

from guide.adapters.language_id import LanguageIdentifier
from guide.grounding.meaning import Alike, Meaning
from guide.grounding.statement import Statement, StatementVerifier
from guide.grounding.verify import Drafted, Verifier
from guide.model.passage import Passage
from guide.model.terms import Language
from tests.word_reader import WordReader

ANY = Alike(-1.0, -1.0, -1.0)


def faults(
    text: str, quote: str, limits: Alike = ANY, language: Language = Language.SV
) -> tuple[str, ...]:
    passage = Passage(
        id="laget:om-1", service_id="laget", title="Laget", text=quote, language=language
    )
    verifier = StatementVerifier(
        Verifier(["Laget", "Teamet"]), Meaning(WordReader(), limits), LanguageIdentifier()
    )
    return verifier.faults(Statement(Drafted(text, quote, passage), language, ("Laget",)))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Unga kan få stöd av Laget om de bor i staden.", "Unga som bor i staden kan få stöd."),
        ("Hemtjänst söks på nätet, enligt en sida utan datum.",
         "Hemtjänst söks på nätet, enligt en odaterad sida."),
        ("Sedan 2022 har det funnits, skrev staden i maj 2024.",
         "I maj 2024 skrev staden att det har funnits sedan 2022."),
    ],
)  # fmt: skip
def test_an_honest_wording_is_kept(text: str, quote: str) -> None:
    assert faults(text, quote) == ()


@pytest.mark.parametrize(
    ("fault", "text", "quote"),
    [
        ("number", "Det tar tre veckor.", "Det tar två veckor."),
        ("number", "År 2022 var det 72 barn och 2025 var det 48.",
         "År 2022 var det 48 barn och 2025 var det 72."),
        ("negation", "Du behöver ansöka om stödet.", "Du behöver inte ansöka om stödet."),
        ("name", "Teamet hjälper unga i staden.", "Laget hjälper unga i staden."),
        ("needs_test", "Stödet ges efter en utredning.", "Stödet ges till vuxna."),
        ("strength", "Rektorn kopplar in laget direkt.", "Rektorn kan koppla in laget."),
        ("strength", "Du har rätt till stödet.", "Du kan få stödet."),
        ("strength", "Personal kan anmäla det.", "Personal måste anmäla det."),
        ("condition", "Ring dit.", "Ring dit om du är orolig för ett barn."),
        ("condition", "Det hade gått bra.", "År 2021 hade det gått bra."),
        ("who", "Laget hjälper barn och vuxna.", "Laget hjälper barn."),
        ("who", "Ansök hos Försäkringskassan.", "Ansök hos Skånetrafiken."),
        ("language", "You can get support from the city.", "Du kan få stöd av staden."),
        ("markup", "Läs <b>mer</b> om stödet.", "Läs mer om stödet."),
        ("length", "Ja.", "Ja, du kan ringa."),
    ],
)  # fmt: skip
def test_a_false_wording_is_stopped_for_what_is_wrong(fault: str, text: str, quote: str) -> None:
    assert fault in faults(text, quote)


def test_swedish_names_do_not_make_an_english_sentence_swedish() -> None:
    text = "Boendet, Insats och service and Myndighet are areas."
    assert faults(text, text, language=Language.EN) == ()


def test_a_sentence_about_something_else_is_stopped_by_its_meaning() -> None:
    limits = Alike(0.9, 0.9, 0.0)
    assert faults("Laget ordnar utflykter.", "Laget ordnar läxhjälp.", limits) == ("meaning",)
    assert faults("Laget ordnar läxhjälp.", "Laget ordnar läxhjälp.", limits) == ()
