"""The token by which staff are known until single sign-on comes."""

import os
import secrets
import tempfile
from pathlib import Path


def staff_token(configured: str | None, path: Path) -> str:
    """The configured token, else the one in the file, which is made at first start.

    The file is readable by its owner alone and appears whole, so that two processes that start
    together share one token. An empty file counts as none.
    """
    if configured is not None:
        return configured
    found = _read(path)
    if found:
        return found
    path.parent.mkdir(parents=True, exist_ok=True)
    made = _write_beside(path, secrets.token_urlsafe(24))
    try:
        if found is None:
            os.link(made, path)
        else:
            made.replace(path)
    except FileExistsError:
        pass
    finally:
        made.unlink(missing_ok=True)
    return _read(path) or ""


def _read(path: Path) -> str | None:
    """The token in the file, None where there is no file. The file is closed to others."""
    try:
        path.chmod(0o600)
        return path.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None


def _write_beside(path: Path, token: str) -> Path:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".staff-token-")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(token + "\n")
    return Path(name)
