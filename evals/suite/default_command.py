"""`run` without a command of its own measures the suite."""

from typing import Any

from typer.core import TyperGroup

from evals.components.registry import COMPONENTS

SUITE = "suite"


class SuiteByDefault(TyperGroup):
    """Takes names of components, or none, for the suite; a name that is a command alone stays
    that command, which shows more of the one component."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        names = [arg for arg in args if arg in COMPONENTS]
        is_command = bool(args) and args[0] in self.commands and len(names) <= 1
        if not is_command and args[:1] != ["--help"]:
            args = [SUITE, *args]
        return super().parse_args(ctx, args)
