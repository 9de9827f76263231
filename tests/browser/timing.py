"""Milliseconds from Enter to the first sentence in the page: `python -m tests.browser.timing`."""

import statistics
import sys
from collections.abc import Sequence

from tests.browser.journey import Journey, browser_page

QUESTIONS = (
    "min man slår mig",
    "Min son vägrar gå till skolan",
    "Jag har ingenstans att sova",
    "Jag dricker för mycket",
    "Pengarna räcker inte till mat",
    "Vi bråkar hela tiden hemma",
    "Jag är orolig för grannens barn",
    "Min mamma är gammal och ensam",
    "Vad kostar familjerådgivning?",
    "Jag spelar bort alla pengar",
    "Kan jag prata med någon anonymt?",
)
WATCH = """() => {
    window.firstSentence = null;
    let pressed = null;
    const before = document.querySelectorAll(".guide-sentence").length;
    document.addEventListener("keydown", (event) => {
        if (event.key === "Enter") pressed = performance.now();
    }, { capture: true, once: true });
    new MutationObserver((_, watcher) => {
        if (document.querySelectorAll(".guide-sentence").length <= before) return;
        watcher.disconnect();
        requestAnimationFrame(() => { window.firstSentence = performance.now() - pressed; });
    }).observe(document.body, { childList: true, subtree: true });
}"""


def measure(url: str, questions: Sequence[str] = QUESTIONS) -> list[float]:
    """Milliseconds per question, each in a conversation of its own; a first one warms up."""
    times = []
    with browser_page(375) as page:
        for question in (questions[0], *questions):
            journey = Journey(page, url)
            journey.open()
            journey.settle()
            page.evaluate(WATCH)
            journey.ask(question)
            page.wait_for_function("window.firstSentence !== null")
            times.append(float(page.evaluate("window.firstSentence")))
            journey.wait_for_answer()
    return times[1:]


def report(times: Sequence[float]) -> str:
    return (
        f"Enter to first sentence, {len(times)} questions: p50 {statistics.median(times):.0f} ms, "
        f"slowest {max(times):.0f} ms"
    )


if __name__ == "__main__":
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8501"
    sys.stdout.write(f"{report(measure(address))}\n")
