"""The closed vocabularies of the catalogue and of answers."""

from enum import StrEnum


class Kind(StrEnum):
    """What an entry is."""

    INTERVENTION = "intervention"
    UNIT = "unit"
    METHOD = "method"
    FACILITY = "facility"
    CONTACT_ROUTE = "contact_route"
    PARTNER = "partner"
    NATIONAL_LINE = "national_line"
    AUTHORITY = "authority"
    LEGAL_TOPIC = "legal_topic"
    TOPIC = "topic"


class NeedsTest(StrEnum):
    """Whether an entry is given only after a needs assessment (behovsprövning)."""

    NONE = "none"
    REQUIRED = "required"
    PARTLY = "partly"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class PreventionLevel(StrEnum):
    """Whom preventive work reaches: everyone, groups at risk, single persons."""

    UNIVERSAL = "universal"
    GROUP = "group"
    INDIVIDUAL = "individual"


class ServiceStatus(StrEnum):
    """Where an entry stands in time. Only current and uncertain ones are offered as help."""

    CURRENT = "current"
    UNCERTAIN = "uncertain"
    PLANNED = "planned"
    ENDED = "ended"
    HISTORICAL = "historical"

    @property
    def offered(self) -> bool:
        return self in (ServiceStatus.CURRENT, ServiceStatus.UNCERTAIN)


class Provider(StrEnum):
    """Who gives the help."""

    OWN = "own"
    OTHER_COMMITTEE = "other_committee"
    REGION = "region"
    STATE = "state"
    CIVIL_SOCIETY = "civil_society"
    CONTRACTED = "contracted"


class Audience(StrEnum):
    """Who asks, and who may see an entry or a section."""

    RESIDENT = "resident"
    STAFF = "staff"

    def sees(self, target: "Audience") -> bool:
        """Staff see everything; residents see what is for residents."""
        return self is Audience.STAFF or target is Audience.RESIDENT


class Shelf(StrEnum):
    """Where a passage comes from: an entry that editors wrote, or a document as it stands."""

    ENTRIES = "entries"
    DOCUMENTS = "documents"


class Language(StrEnum):
    """Languages that the guide tells apart. Knowledge is written in `sv` first."""

    SV = "sv"
    EN = "en"
    AR = "ar"
    UK = "uk"
    SO = "so"
    FA = "fa"


class Facet(StrEnum):
    """What a question can ask about an entry and what an entry can lack."""

    COST = "cost"
    HOURS = "hours"
    WAITING_TIME = "waiting_time"
    AGE = "age"
    PLACE = "place"
    CONTACT = "contact"
    DOCUMENTATION = "documentation"


class Form(StrEnum):
    """What kind of answer a question calls for."""

    HELP = "help"
    FIGURE = "figure"
    COMPARISON = "comparison"
    EXISTENCE = "existence"


class Role(StrEnum):
    """What a section of an entry tells; the composer chooses sections by it."""

    ABOUT = "about"
    HOW = "how"
    DOCUMENTATION = "documentation"
    NOTE = "note"
    FIGURES = "figures"
    CHANGED = "changed"
