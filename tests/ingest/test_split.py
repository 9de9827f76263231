"""Entries become passages with stable ids; what changes a vector's meaning changes its name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide.model.knowledge import Content
from guide.model.passage import Passage
from guide.model.terms import Audience
from guide.settings import PROJECT
from ingest.load import Loader
from ingest.split import PHRASES_IN_FRONT, Splitter, with_digests
from ingest.sync import version_of
from tests.ingest.editing import edit, write

ENTRY = "services/ekstodet.md"
VERSION = """
import sys
from pathlib import Path
from ingest.load import Loader
from ingest.split import Splitter, with_digests
from ingest.sync import version_of
content = Loader(Path(sys.argv[1])).load().content
print(version_of(content, tuple(with_digests(Splitter(content).passages(), "model")), "taught"))
"""


def content_of(folder: Path) -> Content:
    loaded = Loader(folder).load()
    assert loaded.problems == ()
    return loaded.content


def passages_of(folder: Path, fingerprint: str = "model") -> dict[str, Passage]:
    found = list(with_digests(Splitter(content_of(folder)).passages(), fingerprint))
    assert len({passage.id for passage in found}) == len(found)
    return {passage.id: passage for passage in found}


def test_ids_are_readable_and_say_what_the_passage_is(knowledge: Path) -> None:
    ids = [name.split(":")[1] for name in passages_of(knowledge) if name.startswith("ekstodet:")]
    assert sorted(ids) == sorted(
        "sammanfattning lattlast summary om-1 hur-1 bra-att-veta-1 fakta facts".split()
        + "fakta-behovsprovning facts-needs-test kontakt-1 contact-1".split()
    )


def test_sections_of_one_role_are_numbered(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "{how}", "{about}")
    assert {"ekstodet:om-1", "ekstodet:om-2"} <= set(passages_of(knowledge))


def test_the_same_number_of_phrases_stands_in_front_of_every_summary(knowledge: Path) -> None:
    for entry, topic in (("ekstodet", "ekonomi"), ("boendehjalpen", "bostad")):
        text = passages_of(knowledge)[f"{entry}:sammanfattning"].search_text
        assert text.count(f"jag vill ha {topic} nummer") == PHRASES_IN_FRONT


def test_phrases_are_searched_and_never_cited(knowledge: Path) -> None:
    for passage in passages_of(knowledge).values():
        assert "jag vill ha" not in passage.text.casefold()


@pytest.mark.parametrize("kind", ["fakta", "facts-needs-test", "kontakt-1", "lattlast"])
def test_what_is_only_cited_has_no_vector(knowledge: Path, kind: str) -> None:
    passage = passages_of(knowledge)[f"ekstodet:{kind}"]
    assert (passage.digest, passage.search_text) == ("", "")


def test_the_digest_covers_embedder_id_audience_and_text(knowledge: Path) -> None:
    before = passages_of(knowledge)["ekstodet:om-1"]
    assert len(before.digest) == 32
    assert passages_of(knowledge, "other")["ekstodet:om-1"].digest != before.digest
    changes = (
        {"id": "ekstodet:om-2"},
        {"audience": Audience.STAFF},
        {"search_text": before.search_text + "!"},
    )
    for change in changes:
        (changed,) = with_digests([before.model_copy(update=change)], "model")
        assert changed.digest != before.digest
    (same,) = with_digests([before.model_copy(update={"title": "Annan rubrik"})], "model")
    assert same.digest == before.digest


def test_a_staff_section_of_a_resident_entry_is_for_staff(knowledge: Path) -> None:
    audiences = {name: p.audience for name, p in passages_of(knowledge).items()}
    assert audiences["ekstodet:bra-att-veta-1"] == "staff"
    assert audiences["ekstodet:om-1"] == "resident"


def test_everything_of_a_staff_entry_is_for_staff(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "kind: unit", "kind: unit\naudience: staff")
    found = passages_of(knowledge).values()
    assert {p.audience for p in found if p.service_id == "ekstodet"} == {"staff"}


def test_a_staff_contact_of_a_resident_entry_is_for_staff(knowledge: Path) -> None:
    edit(knowledge, "contacts.yaml", "label: Växeln", "label: Växeln\n  audience: staff")
    found = passages_of(knowledge)
    assert found["ekstodet:kontakt-1"].audience == "staff"
    assert "042-00 00 01" not in found["ekstodet:fakta"].text


def test_every_passage_carries_the_evidence_behind_it(knowledge: Path) -> None:
    for passage in passages_of(knowledge).values():
        assert [line.document for line in passage.evidence] == ["R25"], passage.id
        assert passage.evidence[0].as_of == 2025


def test_facts_tell_absences_that_can_be_cited(knowledge: Path) -> None:
    lines = passages_of(knowledge)["ekstodet:fakta"].text.split("\n")
    assert "Källorna säger inget om vad Ekstodet kostar." in lines
    assert any("avgift, öppettider, väntetid" in line for line in lines)


def test_the_needs_test_is_cited_with_the_lines_it_rests_on(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "who_it_is_for, needs_test]}", "who_it_is_for]}\n  - {id: provning, "
         "document: R25, lines: 7-8, supports: [needs_test]}")  # fmt: skip
    passage = passages_of(knowledge)["ekstodet:fakta-behovsprovning"]
    assert passage.text == "Du behöver ingen behovsprövning för stöd från Ekstodet."
    assert [line.lines for line in passage.evidence] == ["7-8"]


def test_where_no_assessment_applies_there_is_no_passage_about_it(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "needs_test: none", "needs_test: not_applicable")
    assert not any("ekstodet:fakta-behov" in name for name in passages_of(knowledge))


def test_the_version_is_the_same_in_every_process(knowledge: Path) -> None:
    versions = {
        subprocess.run(
            [sys.executable, "-c", VERSION, str(knowledge)],
            cwd=PROJECT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    content = content_of(knowledge)
    here = version_of(content, tuple(with_digests(Splitter(content).passages(), "model")), "taught")
    assert versions == {here}
    assert len(here) == 12


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ENTRY, "en intern rutin", "en ny rutin"),
        (ENTRY, "needs_test: none", "needs_test: partly"),
        ("contacts.yaml", "verified: 2025-06-01", "verified: 2025-01-01"),
        ("sources.yaml", "as_of: 2025", "as_of: 2026"),
        ("messages/sv.yaml", "or: eller", "or: och"),
        ("taxonomy/groups.yaml", "sv: adults", "sv: Vuxna"),
    ],
)
def test_any_change_of_content_changes_the_version(
    knowledge: Path, file: str, old: str, new: str
) -> None:
    before = content_of(knowledge)
    edit(knowledge, file, old, new)
    assert version_of(content_of(knowledge), (), "taught") != version_of(before, (), "taught")


def test_a_comment_changes_nothing(knowledge: Path) -> None:
    before = content_of(knowledge)
    text = (knowledge / "contacts.yaml").read_text(encoding="utf-8")
    write(knowledge, "contacts.yaml", f"# En kommentar.\n{text}")
    assert version_of(content_of(knowledge), (), "taught") == version_of(before, (), "taught")
