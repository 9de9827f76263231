"""Who writes is read from the words, in six languages; what is unclear is an adult."""

import pytest

from guide.model.rules import Person
from guide.model.terms import Audience
from guide.rules.persons import PersonReader
from guide.rules.text import normalise
from guide.settings import PROJECT
from ingest.load import Loader

RULES = Loader(PROJECT / "knowledge").load().content.rules.persons
READER = PersonReader(RULES)
WRITTEN = {
    Person.CHILD: """
Jag är 12 år och pappa slår mig
min lärare tar på mig
min styvpappa tafsar på mig
jag är tolv och vill inte leva
min mamma dricker och slår mig
I'm 13 and my dad hits me
My teacher touches me
عمري 13 سنة وأبي يضربني
عمري ١٤ سنة
Мені 12 років, тато мене б'є
Waxaan ahay 14 jir, aabahay wuu i garaacaa
من ۱۲ ساله هستم و پدرم مرا می‌زند
بابام منو میزنه ۱۳ سالمه""",
    Person.NEXT_OF_KIN: """
min dotter säger att hon inte vill leva
Min kompis vill ta livet av sig
grannen slår sina barn
My friend wants to kill herself
my neighbour beats his wife
أختي تريد أن تموت
моя подруга хоче вбити себе
walaashay waxay rabtaa inay is disho
دوستم می‌خواهد خودکشی کند""",
    Person.PROFESSIONAL: """
Jag är lärare och en elev berättar att hon blir slagen
vår klient säger att hon inte vill leva
I am a teacher, a pupil told me her dad beats her
أنا معلمة وطفل في صفي يتعرض للضرب
я вчителька, учня б'ють вдома
Waxaan ahay macallin, arday ayaa la garaacaa
من معلم هستم و شاگردم کتک می‌خورد""",
    Person.ADULT: """
Min man slår mig
jag vill dö
Jag är 45 och min mamma slår mig
Min son är 9 och hans pappa slår oss
Jag är sjuksköterska och min man slår mig
jag är 10 veckor gravid och min sambo slår mig
när jag var liten slog min pappa mig
Jag slår min son
i want to die
زوجي يضربني
чоловік мене б'є
ninkaygu wuu i garaacaa
شوهرم مرا می‌زند""",
}


@pytest.mark.parametrize(
    ("person", "text"),
    [(person, text) for person, texts in WRITTEN.items() for text in texts.strip().splitlines()],
)
def test_the_words_tell_who_writes(person: Person, text: str) -> None:
    assert READER.who(normalise(text), Audience.RESIDENT) is person


def test_staff_who_have_logged_in_are_professionals() -> None:
    assert READER.who("jag är 12 år", Audience.STAFF) is Person.PROFESSIONAL


def test_without_rules_everybody_is_an_adult() -> None:
    assert PersonReader(()).who("jag är 12 år", Audience.RESIDENT) is Person.ADULT
