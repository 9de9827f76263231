"""The guide over the knowledge that is published now."""

import threading
from collections.abc import Callable

from guide.answering import Guide
from guide.model.knowledge import Knowledge
from guide.ports import KnowledgeSource


class Published:
    """Gives the current guide and makes a new one when another state has been published."""

    def __init__(self, source: KnowledgeSource, build: Callable[[Knowledge], Guide]) -> None:
        self._source = source
        self._build = build
        self._lock = threading.Lock()
        self._stamp: str | None = None
        self._guide: Guide | None = None

    def current(self) -> Guide:
        """The guide over the state that is published at this moment.

        Raises:
            KnowledgeMissing: nothing has been published yet.
        """
        with self._lock:
            stamp = self._source.stamp()
            if self._guide is None or stamp != self._stamp:
                self._guide = self._build(self._source.load())
                self._stamp = stamp
            return self._guide
