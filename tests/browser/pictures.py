"""Takes the README's pictures from an interface that runs: `python -m tests.browser.pictures`."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guide.settings import PROJECT
from tests.browser.journey import Journey, browser_page

SCHOOL = "Min son är nio och vägrar gå till skolan. Vem kan hjälpa oss?"
VIOLENCE = "min man slår mig"
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
            if picture.top:
                page.locator(picture.top).first.evaluate(
                    "node => { node.style.scrollMarginTop = '5rem'; node.scrollIntoView(); }"
                )
            page.wait_for_timeout(DRAWN_MS)
            path = folder / f"{picture.name}.png"
            page.screenshot(path=path)
            yield path


if __name__ == "__main__":
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8501"
    for taken in take(address, PROJECT / "ui" / "pictures"):
        sys.stdout.write(f"{taken}\n")
