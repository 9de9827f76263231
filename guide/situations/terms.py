"""What a situation is searched with: fields and clauses as terms that can be taken away."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from guide.model.knowledge import Content, Term
from guide.model.question import Filters
from guide.model.situation import Situation, SituationTerm, TermKind
from guide.model.situation_rules import Persons, Who
from guide.rules.matching import Patterns
from guide.rules.text import normalise
from guide.situations.clauses import age_in, needs_of

GROWN = 18
YOUNG = (Who.CHILD, Who.YOUTH)


Urgent = Callable[[str], tuple[str, ...]]
"""Entries that crisis rules put first for a text."""


class Sought(NamedTuple):
    """A term that entries are ranked for, with what is looked for in its place; `first` are
    entries that crisis rules put first for it."""

    term: SituationTerm
    text: str
    area: str | None = None
    first: tuple[str, ...] = ()

    def loosely(self) -> "Sought":
        """The same, marked as one that nothing fits well."""
        return self._replace(term=self.term.model_copy(update={"loose": True}))


class Terms(NamedTuple):
    """All terms in order; those that are ranked; what narrows; and the groups that come first."""

    shown: tuple[SituationTerm, ...]
    sought: tuple[Sought, ...]
    filters: Filters
    groups: frozenset[str]

    @property
    def age(self) -> int | None:
        return self.filters.age


class TermReader:
    """Reads terms; holds what editors say of areas, persons and labels."""

    def __init__(self, content: Content, urgent: Urgent) -> None:
        self._urgent = urgent
        self._areas = {area.id: area for area in content.life_areas}
        self._rules = content.situations
        self._persons = {one.who: one for one in content.situations.persons}
        self._kin = {
            True: Patterns(content.situations.kin_of_young),
            False: Patterns(content.situations.kin_of_grown),
        }

    def read(self, situation: Situation, text: str) -> Terms:
        """The terms of a situation without those taken away.

        `text` is the free text without personal data; an age in the field goes before one that it
        states. Without a clause or an area the person is what is searched for.
        """
        age, by = situation.age, "field"
        if age is None:
            age, by = age_in(text), "text"
        every = [*self._who(situation), *self._age(age, by), *self._fields(situation)]
        young = situation.who in YOUNG or (age is not None and age < GROWN)
        needs = list(self._needs(text, young))
        areas = list(self._sought_areas(situation))
        gone = frozenset(situation.without)
        kept = [term for term in every if term.id not in gone]
        sought = [one for one in (*areas, *needs) if one.term.id not in gone]
        ids = {term.id for term in kept}
        who = situation.who if f"who:{situation.who}" in ids else None
        person = None if who is None else self._persons.get(who)
        before = [t for t in kept if t.kind in (TermKind.WHO, TermKind.AGE)]
        after = [t for t in kept if t not in before]
        return Terms(
            shown=(*before, *(one.term for one in sought), *after),
            sought=tuple(sought) or self._of_person(before, person, age),
            filters=Filters(
                age=age if f"age:{age}" in ids else None,
                provider=tuple(p for p in situation.provider if f"provider:{p}" in ids),
                needs_test=tuple(n for n in situation.needs_test if f"needs_test:{n}" in ids),
            ),
            groups=frozenset(person.groups if person else ()),
        )

    def _who(self, situation: Situation) -> Iterator[SituationTerm]:
        if situation.who is not None:
            person = self._persons.get(situation.who)
            label = person.label if person else situation.who
            yield _term(f"who:{situation.who}", TermKind.WHO, label)

    def _age(self, age: int | None, by: str) -> Iterator[SituationTerm]:
        if age is not None:
            label = self._rules.age.format(age=age)
            yield _term(f"age:{age}", TermKind.AGE, label, by)

    def _fields(self, situation: Situation) -> Iterator[SituationTerm]:
        for provider in dict.fromkeys(situation.provider):
            label = self._rules.provider.get(provider, provider)
            yield _term(f"provider:{provider}", TermKind.PROVIDER, label)
        for needs_test in dict.fromkeys(situation.needs_test):
            label = self._rules.needs_test.get(needs_test, needs_test)
            yield _term(f"needs_test:{needs_test}", TermKind.NEEDS_TEST, label)

    def _sought_areas(self, situation: Situation) -> Iterator[Sought]:
        for area in dict.fromkeys(situation.areas):
            known = self._areas[area]
            label = known.label.get("sv", area)
            term = _term(f"area:{area}", TermKind.AREA, label)
            yield Sought(term, _words(known), area)

    def _needs(self, text: str, young: bool) -> Iterator[Sought]:
        for clause in needs_of(text):
            others = self._kin[young].found(normalise(clause.text))
            term = _term(clause.id, TermKind.NEED, clause.label, "text", others)
            yield Sought(term, clause.text, first=self._urgent(clause.text))

    def _of_person(
        self, terms: Iterable[SituationTerm], person: Persons | None, age: int | None
    ) -> tuple[Sought, ...]:
        """The person as what is searched for: whom it is about, else the age."""
        for term in terms:
            told = person or self._persons.get(_by_age(age))
            return (Sought(term, told.search if told else term.label),)
        return ()


def _by_age(age: int | None) -> Who:
    if age is None or age >= GROWN:
        return Who.ADULT
    return Who.YOUTH if age > 12 else Who.CHILD


def _words(area: Term) -> str:
    """The label and everyday words, in which a clause of a note would tell of the area."""
    return ", ".join((area.label.get("sv", area.id), *area.search))


def _term(
    term_id: str, kind: TermKind, label: str, by: str = "field", others: bool = False
) -> SituationTerm:
    return SituationTerm.model_validate(
        {"id": term_id, "kind": kind, "label": label, "from": by, "others": others}
    )
