"""The outsider's checker: in order where nothing was touched, and for every planted alteration what is wrong, and where."""

import subprocess
import sys
from pathlib import Path

import pytest

from guidelines.ledger import check_ledger, export
from tests.unit.guidelines.ledger import forgery, history
from tests.unit.guidelines.ledger.forgery import anew, entries, heads, renumbered, with_leaf


pytestmark = pytest.mark.django_db

CHECKER = Path(check_ledger.__file__)


@pytest.fixture
def heads_kept():
    return history.make()


@pytest.fixture
def content(heads_kept):
    """An export whose keys begin with 1, whatever other tests have used up; no hash covers them."""
    records = forgery.read(b"".join(export.lines(at=history.LATER)))
    keyed = [record for record in records if "key" in record]
    for key, record in enumerate(keyed, 1):
        record["key"] = key
    return forgery.written(records)


@pytest.fixture
def check(tmp_path):
    """Run the one file on an export, in a Python that knows nothing of this project; return its exit and its words."""

    def run(content, *options):
        file = tmp_path / "export.jsonl"
        file.write_bytes(content)
        command = [sys.executable, "-I", "-S", str(CHECKER), str(file), *options]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
        return done.returncode, done.stdout + done.stderr

    return run


def changed(part, value):
    """Change one thing that entry 5 says."""

    def alter(records):
        entries(records)[5][part] = value

    return alter


def forged(records):
    changed("subject", "window")(records)
    with_leaf(entries(records)[5])


def removed(records):
    records.remove(entries(records)[5])


def removed_without_a_gap(records):
    removed(records)
    renumbered(records)


def moved(records):
    one, other = (records.index(entries(records)[place]) for place in (4, 5))
    records[one], records[other] = records[other], records[one]


def moved_without_a_gap(records):
    moved(records)
    renumbered(records)


def swapped_with_keys(records):
    moved_without_a_gap(records)
    one, other = entries(records)[4:6]
    one["key"], other["key"] = other["key"], one["key"]


def back_dated(records):
    early = {**entries(records)[0], "subject": "put in afterwards"}
    with_leaf(early)
    for entry in entries(records)[1:]:
        entry["key"] += 1
    records.insert(2, early | {"key": 2})
    renumbered(records)


def doubled(records):
    records.insert(records.index(entries(records)[5]), dict(entries(records)[5]))


def doubled_without_a_gap(records):
    doubled(records)
    renumbered(records)


def under_another_head(records):
    entries(records)[5]["head"] = 1


def head_changed(part, value):
    """Change one thing that head 2 says."""

    def alter(records):
        heads(records)[1][part] = value

    return alter


def heads_swapped(records):
    one, other = (records.index(heads(records)[place]) for place in (1, 2))
    records[one], records[other] = records[other], records[one]


def head_removed(records):
    records.remove(heads(records)[2])


def unsealed_changed(records):
    records[-2]["subject"] = "window"


def field_added(records):
    entries(records)[5]["name"] = "somebody"


def put_behind_the_newest_head(records):
    records.insert(-3, {**entries(records)[-1], "index": 9})


ALTERATIONS = {
    "another act": (changed("act", "ring"), "entry 5 (key 6, ring) does not say what was entered"),
    "another time": (changed("at", "2026-03-02T09:30:00.000000+00:00"), "entry 5"),
    "somebody else": (changed("by", 7), "entry 5"),
    "other particulars": (changed("detail", '{"times":2}'), "entry 5"),
    "another subject": (changed("subject", "window"), "entry 5"),
    "a leaf that does not fit": (changed("leaf", "0" * 64), "entry 5"),
    "an entry forged with its leaf": (forged, "head 2 was over others: one of 4 to 6"),
    "an entry removed": (removed, "entry 6 (key 7, knock) is not what is due: entry 5 of head 2"),
    "an entry removed without a gap": (removed_without_a_gap, "head 2 does not follow"),
    "entries in another order": (moved, "entry 5 (key 6, knock) is not what is due: entry 4"),
    "entries moved and numbered again": (
        moved_without_a_gap,
        "entry 5 (key 5, knock) is not what is due",
    ),
    "entries moved with their keys": (swapped_with_keys, "head 2 was over others: one of 4 to 6"),
    "an entry put in, back-dated": (back_dated, "head 1 does not follow head 0 and 5 entries"),
    "an entry twice": (doubled, "entry 5 (key 6, knock) is not what is due: entry 6"),
    "an entry twice, numbered again": (
        doubled_without_a_gap,
        "entry 6 (key 6, knock) is not what is due",
    ),
    "an entry under another head": (under_another_head, "entry 5 (key 6, knock) is not what is due"),
    "another root": (head_changed("root", "0" * 64), "head 2 was over others"),
    "another size": (head_changed("size", 8), "head 2 does not follow"),
    "another time of a head": (head_changed("at", "2026-03-02T09:45:01.000000+00:00"), "head 3 does not follow head 2"),
    "another head before": (head_changed("previous", "0" * 64), "head 2 does not follow head 1"),
    "heads in another order": (heads_swapped, "head 3 does not follow head 1"),
    "a head removed": (
        head_removed,
        "entry 7 (key 8, knock) is not what is due: entry 7 of head 3",
    ),
    "an unsealed entry changed": (unsealed_changed, "unsealed entry (key 11, knock) does not say"),
    "a field added": (field_added, "line 8 is out of place or damaged"),
    "an entry behind the newest head": (
        put_behind_the_newest_head,
        "entry 9 (key 9, knock) is not what is due: entry 9 of head 5",
    ),
}


@pytest.mark.parametrize("name", ALTERATIONS)
def test_a_planted_alteration_is_named(name, content, check):
    alter, words = ALTERATIONS[name]
    records = forgery.read(content)
    alter(records)
    exit_code, said = check(forgery.written(records))
    assert exit_code == 1
    assert said.startswith("Not in order: ")
    assert words in said


def lines_of(content):
    return content.splitlines(keepends=True)


DAMAGE = {
    "an empty file": (lambda content: b"", "no end"),
    "cut off in the middle of a line": (lambda content: content[:-200], "cut off or damaged"),
    "cut off after a line": (lambda content: b"".join(lines_of(content)[:-3]), "no end"),
    "a line missing from the tail": (
        lambda content: b"".join([*lines_of(content)[:-3], *lines_of(content)[-2:]]),
        "lines",
    ),
    "the first line missing": (lambda content: b"".join(lines_of(content)[1:]), "line 1 is out of place"),
    "something after the end": (lambda content: content + lines_of(content)[-2], "line 18 is out of place"),
    "a key of an unsealed entry changed": (lambda content: content.replace(b'"key":11,', b'"key":12,'), "bytes"),
    "the time of the export changed": (lambda content: content.replace(b"T10:30", b"T10:31", 1), "bytes were changed"),
    "another format": (lambda content: content.replace(b'"format":1', b'"format":2'), "format 2"),
    "spaces": (lambda content: content.replace(b'"by":', b'"by": ', 1), "line 2 is out of place or damaged"),
    "no text": (lambda content: b"\xff\xfe" + content, "line 1 is cut off or damaged"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_export_is_named(name, content, check):
    damage, words = DAMAGE[name]
    exit_code, said = check(damage(content))
    assert (exit_code, said.startswith("Not in order: ")) == (1, True)
    assert words in said


def test_every_single_byte_counts(content):
    for place in range(0, len(content), 7):
        flipped = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        with pytest.raises(check_ledger.Bad):
            check_ledger.Ledger().read(flipped.splitlines(keepends=True))


def test_an_untouched_export_is_in_order(content, check):
    exit_code, said = check(content)
    assert exit_code == 0
    assert said == "In order: 9 entries under 4 heads, 2 not yet sealed, 0 odd.\n"


def test_heads_and_leaves_kept_elsewhere_are_found(content, heads_kept, check):
    leaf = forgery.read(content)[-2]["leaf"]
    options = [word for head in heads_kept for word in ("--head", str(head))]
    assert check(content, *options, "--leaf", leaf)[0] == 0


@pytest.mark.parametrize("rewrite", [changed("subject", "window"), removed])
def test_a_ledger_written_anew_is_known_only_by_what_was_kept(rewrite, content, heads_kept, check):
    records = forgery.read(content)
    rewrite(records)
    rewritten = forgery.written(anew(records))
    assert check(rewritten)[0] == 0
    exit_code, said = check(rewritten, "--head", str(heads_kept[1]))
    assert exit_code == 1
    assert f"what you kept is not in it, so it was cut off or written anew: {heads_kept[1]}" in said


def test_a_tail_that_was_cut_off_is_known_by_the_head_that_was_kept(content, heads_kept, check):
    records = forgery.read(content)
    shorter = forgery.written(records[: records.index(heads(records)[2]) + 1])
    assert check(shorter)[0] == 0
    assert check(shorter, "--head", str(heads_kept[3]))[0] == 1


def test_a_leaf_that_was_printed_and_is_not_there_is_named(content, check):
    exit_code, said = check(content, "--leaf", "0" * 64)
    assert exit_code == 1
    assert "0" * 64 in said


def test_wrong_use_is_no_finding(check, tmp_path):
    command = [sys.executable, str(CHECKER), str(tmp_path / "absent.jsonl")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2


def test_the_checker_is_short_enough_to_read_and_needs_nothing():
    text = CHECKER.read_text()
    assert len(text.splitlines()) <= 100
    imported = {line.split()[1] for line in text.splitlines() if line.startswith(("import ", "from "))}
    assert imported <= sys.stdlib_module_names
