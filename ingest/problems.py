"""What is wrong with the knowledge, said so that an editor can mend it."""

from enum import StrEnum

from pydantic import ValidationError

from guide.model.value import Value


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

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        field = f" [{self.field}]" if self.field else ""
        return f"{self.severity}: {place}{field}: {self.message} {self.remedy}"


_REMEDIES = {
    "missing": ("Fältet saknas.", "Lägg till det."),
    "extra_forbidden": ("Fältet finns inte i schemat.", "Rätta stavningen eller ta bort det."),
    "enum": ("Värdet finns inte i listan.", "Välj ett av {expected}."),
    "literal_error": ("Värdet finns inte i listan.", "Välj ett av {expected}."),
    "string_type": ("Värdet ska vara text.", "Sätt citattecken runt det."),
    "too_short": ("För få värden.", "Ange minst {min_length}."),
    "string_pattern_mismatch": ("Värdet har fel form.", "Det ska följa mönstret {pattern}."),
    "tuple_type": ("Värdet ska vara en lista.", "Skriv det inom [ ]."),
}


def problems_of(error: ValidationError, file: str, lines: dict[str, int]) -> list[Problem]:
    """One problem per fault that pydantic found; `lines` gives the line of each top-level key."""
    found = []
    for fault in error.errors():
        where = [str(part) for part in fault["loc"]]
        message, remedy = _REMEDIES.get(
            fault["type"], (fault["msg"].removeprefix("Value error, ") + ".", "Rätta värdet.")
        )
        context = {key: str(value) for key, value in fault.get("ctx", {}).items()}
        found.append(
            Problem(
                file=file,
                line=lines.get(where[0]) if where else None,
                field=".".join(where),
                message=message,
                remedy=_fill(remedy, context),
            )
        )
    return found


def _fill(remedy: str, context: dict[str, str]) -> str:
    for key, value in context.items():
        remedy = remedy.replace("{" + key + "}", value)
    return remedy
