"""From passages to services: who may be offered, and in what order."""

import math
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from guide.catalogue.browse import passes
from guide.catalogue.catalogue import Catalogue
from guide.model.question import Filters
from guide.model.service import Service
from guide.model.terms import Audience, Language, NeedsTest, ServiceStatus
from guide.retrieval.names import NameIndex
from guide.retrieval.passages import Hit
from guide.retrieval.service_search import ServiceSearch
from guide.retrieval.weights import CHOSEN, Weights

SPREAD = 4.0
"""How far behind the first, in standard deviations, a service may be and still be shown; chosen
among 2 to 4 on the tuning part and on questions-dev."""
CLOSE = 0.5
"""Two services nearer than this, in standard deviations, fit about as well."""
MOST = 5
YOUNG = frozenset({"children", "youth"})
"""Groups of taxonomy/groups.yaml that a child belongs to."""


class Ranked(NamedTuple):
    """A service with its score, its best passages first, and whether the question named it."""

    service: Service
    score: float
    hits: tuple[Hit, ...]
    named: bool


class Request(NamedTuple):
    """What ranking needs to know of a question.

    `first` are entries that rules put before all others, `instead` come after those that the
    question names, `never` would do harm here. `about` count as named where the question itself
    names nothing. `child`: a child asks. `most` is how many are wanted; `anyhow` ranks also where
    nothing seems to fit, as for a single word, which is like no passage, and leaves out nobody for
    being far behind. `beside` is how well entries fit all that is told, of which the text is a
    part: "two children" means one thing beside violence and another beside debts.
    """

    text: str
    audience: Audience
    filters: Filters
    language: Language
    age: int | None = None
    first: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()
    child: bool = False
    most: int = MOST
    anyhow: bool = False
    beside: Mapping[str, float] = MappingProxyType({})


class ServiceRanker:
    """Ranks services by how well their text fits; never people, never urgency."""

    def __init__(
        self, catalogue: Catalogue, search: ServiceSearch, weights: Weights = CHOSEN
    ) -> None:
        self._catalogue = catalogue
        self._search = search
        self._weights = weights
        self._names = NameIndex(catalogue.services.values())

    def fit(self, text: str, audience: Audience, language: Language) -> Mapping[str, float]:
        """How well each entry fits, in standard deviations above the mean. Raises as `rank`."""
        return self._search.find(text, audience, language, named=True).scores

    def rank(self, request: Request) -> list[Ranked]:
        """At most as many services as are wanted, those that rules put first before all others.

        Raises:
            StoreUnavailable: the store cannot be reached.
            ModelMissing: the embedding model cannot be loaded.
        """
        mentioned = self._names.mentioned(request.text) or self._seen(request)
        named = frozenset(mentioned)
        scores, hits = self._search.find(
            request.text, request.audience, request.language, bool(named) or request.anyhow
        )
        scores = self._with(scores, request.beside)
        first = (*request.first, *(mentioned if request.instead else ()), *request.instead)
        direct = frozenset(first) | named
        ranked = [
            Ranked(
                service,
                self._score(service, scores, named, request),
                hits.get(name, ()),
                name in named,
            )
            for name, service in self._allowed({*scores, *direct}, direct, named, request)
        ]
        ruled_out = [scores[name] for name in request.never if name in scores]
        fits = (r.score - self._weights.named * r.named for r in ranked)
        best = max([*ruled_out, *fits], default=0.0)
        spread = math.inf if request.anyhow else CLOSE if request.first else SPREAD
        return _ordered(ranked, tuple(dict.fromkeys(first)), best - spread)[: request.most]

    def _with(self, scores: dict[str, float], beside: Mapping[str, float]) -> dict[str, float]:
        """Both together, as wide as either alone."""
        if not beside:
            return scores
        share = self._weights.beside
        width = math.hypot(1.0, share)
        return {k: (score + share * beside.get(k, 0.0)) / width for k, score in scores.items()}

    def _seen(self, request: Request) -> tuple[str, ...]:
        """What the question is about, as far as the audience may know of it."""
        known = (self._catalogue.services.get(name) for name in request.about)
        return tuple(s.id for s in known if s is not None and request.audience.sees(s.audience))

    def _score(
        self,
        service: Service,
        scores: Mapping[str, float],
        named: frozenset[str],
        request: Request,
    ) -> float:
        weights = self._weights
        score = scores.get(service.id, 0.0) + weights.named * (service.id in named)
        if request.audience is Audience.RESIDENT:
            score += weights.no_test * (service.needs_test is NeedsTest.NONE)
        if request.child:
            score -= weights.for_adults * YOUNG.isdisjoint(service.groups)
        return score - weights.uncertain * (service.status is ServiceStatus.UNCERTAIN)

    def _allowed(
        self,
        candidates: Iterable[str],
        direct: frozenset[str],
        named: frozenset[str],
        request: Request,
    ) -> Iterable[tuple[str, Service]]:
        for service_id in candidates:
            service = self._catalogue.services.get(service_id)
            if service is None or service_id in request.never:
                continue
            if not request.audience.sees(service.audience):
                continue
            if service.by_rule_only and service_id not in direct:
                continue
            wished = service.status in request.filters.status
            offered = service.status.offered or service_id in direct or wished
            if offered and _passes(service, request, service_id in named):
                yield service_id, service


def _passes(service: Service, request: Request, named: bool) -> bool:
    """Filters, and an age that the sourced range rules out. A named entry keeps its place."""
    if not passes(service, request.filters):
        return False
    age = request.age if request.filters.age is None else None
    return named or age is None or service.ages is None or service.ages.admits(age)


def _ordered(ranked: list[Ranked], first: tuple[str, ...], floor: float) -> list[Ranked]:
    """Those put first, then the others by score, without unnamed ones below the floor."""
    place = {service_id: i for i, service_id in enumerate(first)}
    behind = len(place)
    kept = [r for r in ranked if r.service.id in place or r.named or r.score >= floor]
    kept.sort(key=lambda r: (place.get(r.service.id, behind), -r.score, r.service.id))
    return kept
