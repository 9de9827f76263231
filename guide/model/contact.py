"""Contact records: the only place that telephone numbers, addresses and hours come from."""

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guide.model.evidence import Slug
from guide.model.terms import Audience
from guide.model.value import Value

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$|^24:00$")]


class Hours(Value):
    """One opening interval in Europe/Stockholm time; `until` 24:00 is midnight at day's end."""

    days: tuple[Day, ...] = Field(min_length=1)
    start: Clock
    until: Clock


class Contact(Value):
    """One way to reach somebody, with the source and the day it was verified."""

    id: Slug
    label: str
    aliases: tuple[str, ...] = ()
    phone: str | None = None
    email: str | None = None
    url: str | None = None
    address: str | None = None
    hours: tuple[Hours, ...] | None = Field(None, description="null: no source states hours")
    general: bool = Field(False, description="A switchboard: says nothing of a service's own hours")
    crisis: bool = Field(False, description="Reviewed every three months instead of six")
    audience: Audience = Audience.RESIDENT
    source: str = Field(description="Id of a source in sources.yaml")
    verified: dt.date | None = Field(description="Date that the source gives, or null: undated")
    note: str = ""


def national_digits(number: str) -> str:
    """The digits of a telephone number, with the Swedish country code written as a leading 0."""
    digits = re.sub(r"\D", "", number)
    for code in ("0046", "46"):
        if digits.startswith(code) and len(digits) > len(code) + 6:
            return "0" + digits[len(code) :].lstrip("0")
    return digits
