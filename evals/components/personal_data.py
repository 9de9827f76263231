"""Does personal data go, and nothing else?"""

from collections.abc import Iterator, Mapping, Sequence

from evals import personal_data
from evals.components.asked import Asked
from evals.components.outcome import Outcome, Progress, Way
from evals.data_files import BadData, read
from guide.rules.personal_data import PersonalData

PARTS = ("tuning", "reporting")
NUMBERS = "numbers"
EVERY_NUMBER = 10
"""Each of these published numbers is written in every shape."""


class PersonalDataMasked:
    """Own messages in both parts, and the published test numbers where they are at hand."""

    name = "personal-data"
    version = 1
    ways: Mapping[str, Way] = {
        "data gone": "more",
        "personal number gone": "more",
        "false alarm": "less",
        "words lost": "less",
    }

    def outcomes(self, asked: Asked, progress: Progress) -> Iterator[Outcome]:
        own = asked.catalogue.numbers()
        for part in PARTS:
            cases = read(personal_data.FOLDER / f"{part}.jsonl", personal_data.MaskingCase)
            for done, case in enumerate(cases, 1):
                yield _outcome(part, case, personal_data.masking(case, own))
                progress(f"personal data {part}", done, len(cases))
        yield from _numbers(_published(asked))


def _published(asked: Asked) -> Sequence[str]:
    try:
        return personal_data.published_numbers(asked.settings.evaldata)[::EVERY_NUMBER]
    except BadData:
        return ()


def _outcome(part: str, case: personal_data.MaskingCase, found: personal_data.Masking) -> Outcome:
    held_out = part == "reporting"
    kinds = sorted({kind.value for kind, _ in found.gone}) or [f"like {case.like}"]
    return Outcome(
        component="personal-data",
        set=part,
        id=case.id,
        held_out=held_out,
        question="" if held_out else case.text,
        groups={"lang": case.lang, "kind": kinds[0]},
        expected=tuple(datum.kind.value for datum in case.data),
        found=tuple(kind.value for kind, gone in found.gone if gone),
        scores=scores(found),
    )


def scores(found: personal_data.Masking) -> dict[str, float]:
    """Shares of the message's data that are gone; an alarm where there are none."""
    if not found.gone:
        return {"false alarm": float(found.told or found.lost > 0)}
    gone = [float(went) for _, went in found.gone]
    numbers = [float(went) for kind, went in found.gone if kind is PersonalData.PERSONAL_NUMBER]
    values = {"data gone": sum(gone) / len(gone), "words lost": float(found.lost)}
    return values | ({"personal number gone": min(numbers)} if numbers else {})


def _numbers(numbers: Sequence[str]) -> Iterator[Outcome]:
    """A shape is one case: the share of the numbers of which no digit is left."""
    if not numbers:
        return
    by_shape = personal_data.numbers_summary(numbers)["by_shape"]
    for shape, found in by_shape.items():
        yield Outcome(
            component="personal-data",
            set=NUMBERS,
            id=shape,
            groups={"kind": "personnummer"},
            scores={"personal number gone": found["value"]},
        )
