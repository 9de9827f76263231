"""All that the figures of a run depend on beside the data."""

import platform
import subprocess

from pydantic import Field

from evals.components.asked import Asked
from evals.components.registry import COMPONENTS
from evals.runs import Config
from guide.model.value import Value
from guide.settings import PROJECT


class MadeWith(Value):
    """`commit` is the code's, ending in `+` where files differ from it; empty where no repository
    is at hand. `prompts` are what a chat model was told: nothing, where none writes."""

    ranking: Config
    reader: str
    taught: str
    components: dict[str, int]
    commit: str
    python: str
    prompts: dict[str, str] = Field(default_factory=dict)

    def unlike(self, other: "MadeWith") -> dict[str, tuple[str, str]]:
        """`{field: (here, there)}` for what differs."""
        here, there = (one.model_dump(exclude={"ranking"}) for one in (self, other))
        own = {n: (str(here[n]), str(there[n])) for n in here if here[n] != there[n]}
        return own | self.ranking.unlike(other.ranking)


def made_with(asked: Asked, names: list[str]) -> MadeWith:
    """As the run stands."""
    known = asked.catalogue.knowledge
    return MadeWith(
        ranking=Config.of(known, asked.settings.measured_fit),
        reader=asked.parts.reader.fingerprint,
        taught=known.taught,
        components={name: COMPONENTS[name].version for name in names},
        commit=_commit(),
        python=platform.python_version(),
    )


def _commit() -> str:
    told = _git("rev-parse", "--short=12", "HEAD")
    return f"{told}+" if told and _git("status", "--porcelain", "-uno") else told


def _git(*arguments: str) -> str:
    """What git says; empty where it is not there or knows no repository."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=PROJECT, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
