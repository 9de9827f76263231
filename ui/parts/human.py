"""The person to call: the city's contact centre, by the number in its contact record."""

import time
from dataclasses import dataclass

import streamlit as st

from ui.client import ApiError, GuideClient
from ui.model import Contact

SERVICE = "kontaktcenter"
FRESH_SECONDS = 60.0


@dataclass
class LastKnown:
    """What the API last said, kept for the times when it does not answer."""

    contact: Contact | None = None
    asked: float | None = None

    def renew(self, client: GuideClient) -> None:
        """Asks again when the last time was a while ago; an API that is down changes nothing."""
        now = time.monotonic()
        if self.asked is not None and now - self.asked < FRESH_SECONDS:
            return
        self.asked = now
        try:
            contacts = client.service(SERVICE).card.contacts
        except ApiError:
            return
        self.contact = contacts[0] if contacts else None


def human_contact(client: GuideClient) -> Contact | None:
    """The contact to offer; None where the API has never said one."""
    known = _last_known(client.api_url)
    known.renew(client)
    return known.contact


@st.cache_resource(show_spinner=False)
def _last_known(api_url: str) -> LastKnown:  # noqa: ARG001
    return LastKnown()
