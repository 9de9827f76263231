"""Runs every rule on a question."""

from guide.model.question import Question
from guide.model.rules import Premise, Rule, Rulebook
from guide.model.terms import Audience, Facet, Form
from guide.ports import LanguageDetector
from guide.rules.ages import stated_age
from guide.rules.findings import Findings
from guide.rules.likeness import Alike, LikenessMatcher
from guide.rules.matching import DangerMatcher, Patterns, RuleMatcher
from guide.rules.personal_data import Masked, mask
from guide.rules.persons import PersonReader
from guide.rules.text import is_empty_of_words, normalise
from guide.rules.thread import Thread


class Inspector:
    """Holds the compiled rulebook; safe to share between threads.

    Patterns come first, and hints of danger that likeness bears out; where none of a family is
    found, what was learned from its examples tells: first of danger, and only where there is none
    of decisions and, for residents, of subjects of others. Without `likeness`, or without a model,
    patterns work alone.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        premises: tuple[Premise, ...],
        own_numbers: frozenset[str],
        detect: LanguageDetector,
        likeness: LikenessMatcher | None = None,
    ) -> None:
        self._crisis = DangerMatcher(rulebook.crisis)
        self._decisions = RuleMatcher(rulebook.decisions)
        self._scope = RuleMatcher(rulebook.scope)
        self._maintenance = RuleMatcher(rulebook.maintenance)
        self._facets = tuple((rule.facet, Patterns(rule.any)) for rule in rulebook.facets)
        self._forms = RuleMatcher(rulebook.forms)
        self._vague = Patterns(rulebook.vague)
        self._today = Patterns(rulebook.today)
        self._needs_test = Patterns(rulebook.needs_test)
        self._persons = PersonReader(rulebook.persons)
        self._premises = RuleMatcher(premises)
        self._own_numbers = own_numbers
        self._thread = Thread(rulebook, own_numbers)
        self._detect = detect
        self._likeness = likeness

    def masked(self, question: str) -> Masked:
        """The text without the personal data that rules recognise."""
        return mask(question, self._own_numbers)

    def dangers(self, text: str) -> tuple[Rule, ...]:
        """The crisis rules whose patterns or hints a part of a text matches by itself."""
        return self._crisis.all(normalise(text), near=True)

    def inspect(self, question: Question) -> Findings:
        """Findings of the masked question. Masking never hides a crisis: it is sought before."""
        masked = self.masked(question.question)
        text = normalise(masked.searchable)
        earlier = self._thread.earlier(question, text)
        leaning = f"{earlier.text} {masked.searchable}".strip()
        alike = self._alike(masked.searchable, leaning)
        crisis: tuple[Rule, ...] = self._crisis.all(normalise(question.question), alike.near_danger)
        # Staff ask for figures and routines in words that only sound like others' subjects.
        to_staff = question.audience is Audience.STAFF
        by_likeness = not crisis and alike.crisis is not None
        scope = self._scope.first(text)
        alike_scope = None if scope or crisis or by_likeness or to_staff else alike.scope
        if not crisis and alike.crisis is not None:
            crisis = (alike.crisis,)
        premises = self._premises.all(text)
        facets, form = self._facets_of(text), self._forms.first(text)
        needs_test = self._needs_test.found(text)
        of_facts = facets or needs_test or form is not None
        about = earlier.service_ids[:1] if of_facts else ()
        return Findings(
            text=leaning,
            normalised=text,
            language=question.language or self._detect(masked.searchable),
            masked=masked.kinds,
            crisis=crisis,
            crisis_by_likeness=by_likeness,
            person=self._persons.who(normalise(question.question), question.audience),
            decision=self._decisions.first(text)
            or (None if crisis or about or premises else alike.decisions),
            scope=scope or alike_scope,
            scope_by_likeness=alike_scope is not None,
            may_be_elsewhere=alike.elsewhere,
            maintenance=self._maintenance_rule(text, question.audience),
            facets=facets,
            premises=premises,
            asks_today=self._today.found(text),
            asks_needs_test=needs_test,
            age=stated_age(text),
            form=form.form if form is not None else Form.HELP,
            vague=self._vague.found(text),
            about=about,
        )

    def _alike(self, text: str, leaning: str) -> Alike:
        """What the question is like. Where it leans on an earlier one, both are read together, and
        danger also in it alone."""
        if self._likeness is None or is_empty_of_words(text):
            return Alike()
        language = self._detect(text)
        alone = self._likeness.alike(text, language)
        if leaning == text:
            return alone
        both = self._likeness.alike(leaning, language)
        return both.model_copy(
            update={
                "crisis": alone.crisis or both.crisis,
                "near_danger": alone.near_danger or both.near_danger,
            }
        )

    def _maintenance_rule(self, text: str, audience: Audience) -> Rule | None:
        return self._maintenance.first(text) if audience is Audience.STAFF else None

    def _facets_of(self, text: str) -> frozenset[Facet]:
        return frozenset(facet for facet, patterns in self._facets if patterns.found(text))
