"""The editor's commands about examples: what rules also catch, shipped vectors, tuning."""

from typing import Annotated

import typer

from ingest.catches import Family
from ingest.terminal import EXPECTED, checked_content, console, errors, fail, read_settings


def catches(
    family: Annotated[Family, typer.Option(help="Vilka regler.")] = "crisis",
    rule: Annotated[str | None, typer.Option(help="Bara den regel som heter så.")] = None,
) -> None:
    """Visa vilka vardagliga meddelanden som reglerna också fångar, med mönster eller likhet.

    Kör det när du har lagt till ett mönster eller ett exempel. Inget publiceras.
    """
    from ingest.catches import catches as caught
    from ingest.progress import progress

    config = read_settings()
    try:
        with progress(errors) as report_progress:
            found = list(caught(checked_content(config), config, family, report_progress))
    except (*EXPECTED, OSError) as error:
        fail(error)
    shown = sorted(one for one in found if rule in (None, one.rule))
    for one in shown:
        console.print(f"{one.rule} ({one.how}): {one.text}", markup=False, soft_wrap=True)
    console.print(f"{len(shown)} vardagliga meddelanden fångas.")


def vectors() -> None:
    """Skriv de vektorer av exemplen som följer med förrådet, så att en ny maskin slipper räkna."""
    from guide.wiring import build_turn
    from ingest.learning import Teacher
    from ingest.progress import progress

    config = read_settings()
    content = checked_content(config)
    try:
        with build_turn(config), progress(errors) as report_progress:
            shipped = Teacher.from_settings(config).ship(content, report_progress)
    except (*EXPECTED, OSError) as error:
        fail(error)
    for path, size in shipped.items():
        console.print(f"{path}: {size / 1e6:.1f} MB", soft_wrap=True)


def tune(
    seed: Annotated[
        int | None,
        typer.Option("--seed", help="Slumpens frö, om inte det som senast var bäst."),
    ] = None,
) -> None:
    """Träna om den modell som läser åt reglerna, med alla regelexempel; tar en knapp halvtimme.

    Behövs när många exempel har kommit till. Kör sedan guide prepare, vectors och run, och mät med
    evals. Träningar med olika frön missar olika saker: pröva ett par, och behåll den som är bäst.
    """
    from guide.wiring import TUNED
    from ingest.progress import progress
    from ingest.tune import SEED, tuned

    config = read_settings()
    content = checked_content(config)
    try:
        with progress(errors) as report_progress:
            made = tuned(content, config, report_progress, SEED if seed is None else seed)
        made.write(TUNED)
    except (*EXPECTED, OSError, ValueError) as error:
        fail(error)
    console.print(f"{TUNED}: {TUNED.stat().st_size / 1e6:.1f} MB", soft_wrap=True)
