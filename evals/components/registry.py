"""The components, in the order in which they are measured. A further one is one more line."""

from evals.components.answers import Answers
from evals.components.desk import Desk
from evals.components.equal_treatment import EqualTreatment
from evals.components.grounding import Grounding
from evals.components.language import LanguageOfAnswers
from evals.components.manipulation import Manipulation
from evals.components.outcome import Component, Way
from evals.components.personal_data import PersonalDataMasked
from evals.components.retrieval import Retrieval
from evals.components.routing import Routing
from evals.components.side_by_side import SideBySide

COMPONENTS: dict[str, Component] = {
    component.name: component
    for component in (
        Routing(), Retrieval(), Answers(), LanguageOfAnswers(), Grounding(), Desk(),
        PersonalDataMasked(), EqualTreatment(), Manipulation(), SideBySide(),
    )
}  # fmt: skip


def way(component: str, measure: str) -> Way:
    """Which way the measure is better; more, where the component is not known here."""
    known = COMPONENTS.get(component)
    return known.ways.get(measure, "more") if known is not None else "more"
