"""Takes the README's pictures from an interface that runs: `python -m tests.browser.pictures`."""

import sys
from pathlib import Path

from guide.settings import PROJECT
from tests.browser.journey import Journey, browser_page

QUESTION = "Min son är nio och vägrar gå till skolan. Vem kan hjälpa oss?"
SIZES = {375: 1150, 1280: 1150}


def take(url: str, folder: Path) -> list[Path]:
    """One picture of an answer per width, in CSS pixels."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for width, height in SIZES.items():
        with browser_page(width, height) as page:
            journey = Journey(page, url)
            journey.open()
            journey.ask(QUESTION)
            journey.wait_for_answer()
            page.wait_for_timeout(1000)
            paths.append(folder / f"resident-{width}.png")
            page.screenshot(path=paths[-1])
    return paths


if __name__ == "__main__":
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8501"
    for path in take(address, PROJECT / "ui" / "pictures"):
        sys.stdout.write(f"{path}\n")
