"""The report as one web page that needs nothing else."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from ingest.problems import Severity
from ingest.report import Report


def page(report: Report) -> str:
    """A whole HTML page in Swedish, readable on a phone. Every text in it is escaped."""
    return _template().render(report=report, error=Severity.ERROR, warning=Severity.WARNING)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("ingest"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("check.html")
