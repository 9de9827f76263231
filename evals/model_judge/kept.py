"""A result in a file: whole, with each question's settled label and the sums."""

from pathlib import Path

from pydantic import ValidationError

from evals.data_files import BadData
from evals.model_judge.result import JudgeResult
from evals.model_judge.rubric import Label
from evals.model_judge.sums import Sums
from evals.report import write_text
from guide.model.value import Value


class Kept(Value):
    """`labels` and `sums` are for people: where they count they are worked out anew."""

    result: JudgeResult
    labels: dict[str, Label | None]
    sums: Sums
    notes: tuple[str, ...]

    @classmethod
    def of(cls, result: JudgeResult, sums: Sums, notes: tuple[str, ...]) -> "Kept":
        labels = {one.id: one.label for one in result.questions}
        return cls(result=result, labels=labels, sums=sums, notes=notes)


def save(path: Path, kept: Kept) -> None:
    """Writes the file.

    Raises:
        BadData: it cannot be written.
    """
    write_text(path, kept.model_dump_json(indent=1) + "\n")


def load(path: Path) -> JudgeResult:
    """A result that was saved.

    Raises:
        BadData: the file cannot be read, or holds no result; the message names the field.
    """
    try:
        return Kept.model_validate_json(path.read_text(encoding="utf-8")).result
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(f"{path} cannot be read: {error}") from error
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"])) or "file"
        raise BadData(f"{path}: {field}: {fault['msg']}") from error
