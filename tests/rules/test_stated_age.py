"""One stated age is found; counts, durations and several ages are not taken for one."""

import pytest

from guide.rules.ages import stated_age
from tests.rules.recorded import recorded


@pytest.mark.parametrize("case", recorded("ages"), ids=lambda case: case["text"])
def test_the_age_of_the_person_is_found_only_when_one_is_stated(case: dict[str, object]) -> None:
    assert stated_age(str(case["text"])) == case["age"]
