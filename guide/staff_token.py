"""The token by which staff are known until single sign-on comes."""

import os
import secrets
from pathlib import Path


def staff_token(configured: str | None, path: Path) -> str:
    """The configured token, else the one in the file, which is made at first start.

    The file is readable by its owner alone.
    """
    if configured is not None:
        return configured
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="utf-8").strip()
    token = secrets.token_urlsafe(24)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(token + "\n")
    return token
