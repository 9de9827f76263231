"""The one place that reads the environment."""

import os
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "GUIDE_"
UI_KEYS = frozenset({"GUIDE_API_URL"})
LEAST_FIT_OF_DEFAULT = 0.86
PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Settings, each as an environment variable with the prefix `GUIDE_`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    knowledge_dir: Path = Field(PROJECT / "knowledge", description="The editors' folder")
    data_dir: Path = Field(
        PROJECT / ".data", description="Where the model, the index and the staff token are kept"
    )
    embedding_model: str = Field(
        "default",
        description="`default`, or the folder or name of any sentence-transformers model",
    )
    embedding_engine: Literal["auto", "onnx", "sentence-transformers"] = Field(
        "auto",
        description="What runs the model; `auto`: onnxruntime where an export is at hand, "
        "as for the default model, else sentence-transformers",
    )
    query_prompt: str | None = Field(
        None, description="Text before a question; unset: as the model's own configuration says"
    )
    passage_prompt: str | None = Field(
        None, description="Text before a passage; unset: as the model's own configuration says"
    )
    least_fit: float | None = Field(
        None, description="Least fit that counts; unset: as measured for the default model"
    )
    chroma_url: str | None = Field(
        None, description="Address of a Chroma server, http://host:port; unset: in-process"
    )
    host: str = Field("127.0.0.1", description="Address that the API listens on")
    port: int = Field(8000, ge=1, le=65535, description="Port that the API listens on")
    staff_token: str | None = Field(
        None, min_length=16, description="Token of staff; unset: made at first start"
    )
    max_body_bytes: int = Field(
        131_072, ge=1024, le=10_000_000, description="Largest request body that is read"
    )
    chat_model: str | None = Field(
        None,
        min_length=1,
        description="A chat model, `provider:model`, that makes answers fluent; unset: none",
    )
    chat_base_url: str | None = Field(
        None, description="Address of an OpenAI-compatible server, http://host:port/v1"
    )
    chat_api_key: SecretStr | None = Field(
        None, description="Key of the chat model; unset: as its provider's library finds it"
    )
    chat_seconds: float = Field(
        20, gt=0, le=600, description="Longest time that the chat model may take for an answer"
    )
    evaldata: Path | None = Field(None, description="Folder of external evaluation sets")
    documents: Path | None = Field(
        None,
        description="Folder of the city's documents; unset: `documents` in the editors' folder",
    )

    @model_validator(mode="before")
    @classmethod
    def _refuse_unknown(cls, values: Any) -> Any:
        known = {PREFIX + name.upper() for name in cls.model_fields} | UI_KEYS
        unknown = sorted(
            key for key in os.environ if key.upper().startswith(PREFIX) and key.upper() not in known
        )
        if unknown:
            raise ValueError(
                f"unknown setting {', '.join(unknown)}; known ones: {', '.join(sorted(known))}"
            )
        return values

    @model_validator(mode="after")
    def _plain_address(self) -> Self:
        if self.chroma_url is not None and not self.chroma_url.startswith(("http://", "https://")):
            raise ValueError("GUIDE_CHROMA_URL must begin with http:// or https://")
        if self.chat_base_url is not None and not self.chat_base_url.startswith(
            ("http://", "https://")
        ):
            raise ValueError("GUIDE_CHAT_BASE_URL must begin with http:// or https://")
        if self.chat_base_url is not None and self.chat_model is None:
            raise ValueError("GUIDE_CHAT_BASE_URL is set but GUIDE_CHAT_MODEL names no model")
        return self

    @property
    def measured_fit(self) -> float | None:
        """The least fit for the model in use; None: no limit is known."""
        if self.least_fit is None and self.embedding_model == "default":
            return LEAST_FIT_OF_DEFAULT
        return self.least_fit

    @property
    def documents_folder(self) -> Path:
        """The folder of the city's documents, which need not be there."""
        return self.documents or self.knowledge_dir / "documents"

    @property
    def model_dir(self) -> Path:
        return self.data_dir / "models"

    @property
    def chroma_dir(self) -> Path:
        return self.data_dir / "chroma"

    @property
    def snapshot_file(self) -> Path:
        return self.data_dir / "knowledge.json"

    @property
    def changes_file(self) -> Path:
        return self.data_dir / "changes.json"

    @property
    def token_file(self) -> Path:
        return self.data_dir / "staff-token"
