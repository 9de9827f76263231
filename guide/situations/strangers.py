"""Names of people in notes: words written as names that the knowledge does not know."""

from collections.abc import Iterable

import regex

from guide.rules.named_persons import GIVEN_LATIN
from guide.rules.personal_data import Masked, PersonalData
from guide.situations.vocabulary import Vocabulary

_LARGE = r"\p{Lu}[\p{L}'’\-]+"
_NAMES = regex.compile(rf"(?<![\p{{L}}\[]){_LARGE}(?: {_LARGE})*")
_SURNAME = r" \p{L}{2,}(?:s+on|ström|berg|qvist|kvist|gren|lund|stedt|dahl|sen|ić|man)(?!\p{L})"
_BEGINNING = regex.compile(r"(?:^|[.;:!?,\n]\s*|\b(?:och|samt|men|and|but) )$")
_PLACEHOLDER = PersonalData.NAME.placeholder


class Strangers:
    """Masks names that nobody introduced: notes begin "Anna Andersson, 43" where a question
    would tell who Anna is. What the knowledge itself writes is never a stranger's name."""

    def __init__(self, vocabulary: Vocabulary, given_names: Iterable[str] = ()) -> None:
        self._knows = vocabulary.knows
        given = {*GIVEN_LATIN.split("|"), *(name.casefold() for name in given_names)}
        self._given = frozenset(given)
        self._small = regex.compile(
            rf"(?<![\p{{L}}\[])(?:\L<given>){_SURNAME}", regex.IGNORECASE, given=self._given
        )

    def masked(self, given: Masked) -> Masked:
        """The text with such names replaced too.

        Masked are words with a large first letter inside a clause, two or more in a row, and at a
        clause's beginning a common given name; none that the knowledge knows, alone. Words in
        capitals may be abbreviations: only what begins with a common given name is masked.
        """
        text = self._small.sub(_PLACEHOLDER, given.text)
        whole = text
        text = _NAMES.sub(lambda found: self._shown(found[0], whole[: found.start()]), whole)
        if text == given.text:
            return given
        return Masked(text=text, kinds=given.kinds | {PersonalData.NAME})

    def _shown(self, words: str, before: str) -> str:
        first, *others = words.split()
        if first.casefold() in self._given:
            return _PLACEHOLDER
        if words.isupper():
            return words
        if all(map(self._knows, (first, *others))):
            return words
        begins = _BEGINNING.search(before) is not None
        if begins and (self._knows(first) or not others):
            return " ".join((first, *dict.fromkeys(_PLACEHOLDER for _ in others)))
        return _PLACEHOLDER
