"""What is wrong with the knowledge, said so that an editor can mend it."""

from collections.abc import Iterable
from enum import StrEnum

from pydantic import Field, ValidationError
from pydantic_core import ErrorDetails

from guide.errors import SyncFailed
from guide.model.value import Value
from ingest.places import Places


class Severity(StrEnum):
    ERROR = "fel"
    WARNING = "varning"


class Problem(Value):
    """One fault: where it is, what is wrong, and what to do."""

    file: str
    line: int | None = None
    field: str = ""
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    code: str = Field("schema", description="Short stable name of the check that found it")

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        field = f" [{self.field}]" if self.field else ""
        return f"{self.severity}: {place}{field}: {self.message} {self.remedy}"


def fault(code: str, file: str, field: str, message: str, remedy: str) -> Problem:
    """What must be mended before anything is published. The line is found later, by the field."""
    return Problem(code=code, file=file, field=field, message=message, remedy=remedy)


def warning(code: str, file: str, field: str, message: str, remedy: str) -> Problem:
    """What an editor should look at."""
    return Problem(code=code, file=file, field=field, message=message, remedy=remedy,
                   severity=Severity.WARNING)  # fmt: skip


_REMEDIES = {
    "missing": ("Fältet saknas.", "Lägg till det."),
    "extra_forbidden": ("Fältet finns inte i schemat.", "Rätta stavningen eller ta bort det."),
    "enum": ("Värdet finns inte i listan.", "Välj ett av {expected}."),
    "literal_error": ("Värdet finns inte i listan.", "Välj ett av {expected}."),
    "string_type": ("Värdet ska vara text.", "Sätt citattecken runt det."),
    "too_short": ("För få värden.", "Ange minst {min_length}."),
    "string_pattern_mismatch": ("Värdet har fel form.", "Det ska följa mönstret {pattern}."),
    "tuple_type": ("Värdet ska vara en lista.", "Skriv det inom [ ]."),
    "model_type": ("Värdet ska vara fält med värden.", "Skriv fält: värde på varje rad."),
    "dict_type": ("Värdet ska vara fält med värden.", "Skriv fält: värde på varje rad."),
    "int_type": ("Värdet ska vara ett heltal.", "Skriv bara siffror."),
    "int_parsing": ("Värdet ska vara ett heltal.", "Skriv bara siffror."),
    "bool_type": ("Värdet ska vara true eller false.", "Skriv ett av dem."),
    "bool_parsing": ("Värdet ska vara true eller false.", "Skriv ett av dem."),
    "string_too_short": ("Texten är tom.", "Skriv den eller ta bort fältet."),
    "greater_than_equal": ("Talet är för litet.", "Ange minst {ge}."),
    "less_than_equal": ("Talet är för stort.", "Ange högst {le}."),
}


def problems_of(error: ValidationError, file: str, places: Places, item: str = "") -> list[Problem]:
    """One problem per fault that pydantic found, each with its line.

    `item` is the path of the value within the file; "" when it is the whole file.
    """
    found = []
    for fault in _causes(error.errors()):
        where = [str(part) for part in fault["loc"]]
        message, remedy = _REMEDIES.get(
            fault["type"], (fault["msg"].removeprefix("Value error, ") + ".", "Rätta värdet.")
        )
        context = {key: str(value) for key, value in fault.get("ctx", {}).items()}
        found.append(
            Problem(
                file=file,
                line=places.line(file, ".".join([item, *where] if item else where)),
                field=".".join(where),
                message=message,
                remedy=_fill(remedy, context),
            )
        )
    return found


def _causes(faults: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without lists that count as too short only because a value in them is at fault."""
    inner = {fault["loc"][:depth] for fault in faults for depth in range(len(fault["loc"]))}
    return [f for f in faults if f["type"] != "too_short" or f["loc"] not in inner]


def _fill(remedy: str, context: dict[str, str]) -> str:
    for key, value in context.items():
        remedy = remedy.replace("{" + key + "}", value)
    return remedy


def refuse_errors(problems: Iterable[Problem]) -> None:
    """Lets warnings pass.

    Raises:
        SyncFailed: there are errors; the message holds every one of them.
    """
    wrong = [problem for problem in problems if problem.severity is Severity.ERROR]
    if wrong:
        listed = "\n".join(str(problem) for problem in wrong)
        raise SyncFailed(f"{listed}\n{len(wrong)} fel i kunskapen. Inget har ändrats.")
