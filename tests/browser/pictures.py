"""Takes the README's pictures from an interface that runs: `python -m tests.browser.pictures`.

Those of the pages for staff are taken where `GUIDE_STAFF_TOKEN` is that of the API.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from guide.settings import PROJECT
from tests.browser.desk import Desk
from tests.browser.journey import Journey, browser_page

SCHOOL = "Min son är nio och vägrar gå till skolan. Vem kan hjälpa oss?"
VIOLENCE = "min man slår mig"
SITUATION = "flicka 15, skolfrånvaro, mamman sjukskriven, oro för umgänge"
DRAWN_MS = 1000


@dataclass(frozen=True)
class Picture:
    """One picture: where, what is asked, and what is brought to the top of the screen."""

    name: str
    path: str = "/"
    question: str = ""
    top: str = ""
    width: int = 375
    height: int = 812


@dataclass(frozen=True)
class DeskPicture:
    """One picture of the pages for staff, and the way to what it shows."""

    name: str
    shows: Callable[[Desk], None]
    top: str = ""
    width: int = 1280
    height: int = 900


def _found(desk: Desk) -> None:
    desk.write(SITUATION)
    desk.submit()


def _source(desk: Desk) -> None:
    _found(desk)
    desk.open_source()


def _range(desk: Desk) -> None:
    desk.go("Överblick")
    desk.page.locator(".guide-heat").wait_for()


DESK_PICTURES = (
    DeskPicture("desk-table-1280", _found, top=".guide-reminders", height=1100),
    DeskPicture("desk-table-375", _found, top=".guide-tools", width=375, height=812),
    DeskPicture("desk-source-1280", _source, height=620),
    DeskPicture("desk-range-1280", _range, height=1150),
)
PICTURES = (
    Picture("first-375"),
    Picture("resident-375", question=SCHOOL),
    Picture("resident-1280", question=SCHOOL, width=1280, height=1150),
    Picture("crisis-375", question=VIOLENCE),
    Picture("card-375", question=SCHOOL, top="[class*='st-key-card-']"),
    Picture("arabic-375", path="/?lang=ar"),
)


def take(url: str, folder: Path) -> Iterator[Path]:
    """The paths of the pictures, as they are taken."""
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        with browser_page(picture.width, picture.height) as page:
            journey = Journey(page, url)
            journey.open(picture.path)
            if picture.question:
                journey.ask(picture.question)
                journey.wait_for_answer()
            yield _taken(page, picture, folder)


def take_desk(url: str, folder: Path, token: str) -> Iterator[Path]:
    """The paths of the pictures of the pages for staff, as they are taken."""
    for picture in DESK_PICTURES:
        with browser_page(picture.width, picture.height) as page:
            desk = Desk(page, url)
            desk.log_in(token)
            picture.shows(desk)
            yield _taken(page, picture, folder)


def _taken(page: Page, picture: Picture | DeskPicture, folder: Path) -> Path:
    if picture.top:
        page.locator(picture.top).first.evaluate(
            "node => { node.style.scrollMarginTop = '5rem'; node.scrollIntoView(); }"
        )
    page.wait_for_timeout(DRAWN_MS)
    path = folder / f"{picture.name}.png"
    page.screenshot(path=path)
    return path


if __name__ == "__main__":
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8501"
    pictures = PROJECT / "ui" / "pictures"
    for taken in take(address, pictures):
        sys.stdout.write(f"{taken}\n")
    staff_token = os.environ.get("GUIDE_STAFF_TOKEN")
    for taken in take_desk(address, pictures, staff_token) if staff_token else ():
        sys.stdout.write(f"{taken}\n")
