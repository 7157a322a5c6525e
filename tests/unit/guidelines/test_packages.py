"""Packages: loaded whole or not at all, and written back without loss."""

import shutil
import tomllib

import pytest
import tomli_w
from django.db import DatabaseError

from guidelines import assembly, ledger, models, packages
from guidelines.engine import document
from tests.factories import guideline
from tests.factories.edition import NOW


pytestmark = pytest.mark.django_db


@pytest.fixture
def package(tmp_path):
    """A copy of the made-up package that a test may spoil."""
    return shutil.copytree(guideline.PACKAGE, tmp_path / "hiccups")


def load(path, **options):
    return packages.load(path, by=None, at=NOW, **options)


def change(package, old, new):
    file = package / "guideline.toml"
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def test_a_package_becomes_the_working_copy_with_an_entry_in_the_ledger(package):
    loaded = load(package)
    assert loaded.changed
    assert assembly.assembled(loaded.guideline) == guideline.content()
    assert models.Entry.objects.get().act == "load"


def test_loading_publishes_nothing(package):
    load(package)
    assert not models.Edition.objects.exists()


def test_loading_what_is_already_there_changes_nothing(package):
    load(package)
    assert not load(package).changed
    assert models.Entry.objects.count() == 1


def test_a_package_does_not_replace_what_editors_wrote_unless_told_to(package):
    load(package)
    models.Statement.objects.update(text="An editor's sentence.")
    with pytest.raises(packages.Differs, match="--replace"):
        load(package)
    assert models.Statement.objects.get().text == "An editor's sentence."
    assert load(package, replace=True).changed
    assert models.Statement.objects.get().text.startswith("Hiccups mostly stop.")


def test_what_is_dumped_is_what_was_loaded(package, tmp_path):
    packages.dump(load(package).guideline, tmp_path / "out")
    written = packages.read(tmp_path / "out")
    assert assembly.settled(document.written(document.read(written))) == guideline.content()


def test_dumping_what_was_dumped_gives_the_same_bytes(package, tmp_path):
    packages.dump(load(package).guideline, tmp_path / "one")
    packages.dump(load(tmp_path / "one", replace=True).guideline, tmp_path / "two")
    assert {f.name: f.read_bytes() for f in (tmp_path / "one").iterdir()} == {
        f.name: f.read_bytes() for f in (tmp_path / "two").iterdir()
    }


def test_a_dump_replaces_an_older_dump_and_its_empty_sections(package, tmp_path):
    made = load(package).guideline
    packages.dump(made, tmp_path / "out")
    models.Disagreement.objects.all().delete()
    packages.dump(made, tmp_path / "out")
    assert not (tmp_path / "out" / "disagreements.toml").exists()


def test_a_dump_refuses_a_folder_with_files_of_another_hand(package):
    made = load(package).guideline
    (package / "facts_extra.toml").write_text("")
    with pytest.raises(packages.Unreadable, match=r"facts_extra\.toml"):
        packages.dump(made, package)


def test_a_section_may_stand_in_several_files(package):
    plain = tomllib.loads((package / "guideline.toml").read_text())
    (package / "guideline.toml").write_text(tomli_w.dumps(plain | {"drugs": plain["drugs"][:1]}))
    (package / "more.toml").write_text(tomli_w.dumps({"drugs": plain["drugs"][1:]}))
    assert [drug["code"] for drug in packages.read(package)["drugs"]] == ["calmol", "soothol"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("cut.toml", b'[[drugs]]\ncode = "cal', r"cut\.toml is cut off or no TOML"),
        ("latin.toml", b"title = '\xe9'", r"latin\.toml is not UTF-8"),
        ("twice.toml", b"[guideline]\nslug = 'again'", r"twice\.toml gives guideline a second time"),
        ("big.toml", b"#" * 5_000_001, r"big\.toml is larger than 5 MB"),
        ("deep.toml", b"a = " + b"[" * 5_000, r"deep\.toml is cut off or no TOML"),
        ("long.toml", b"a = 1" + b"0" * 5_000, r"long\.toml is cut off or no TOML"),
    ],
)
def test_a_spoilt_file_is_refused_by_name(package, name, content, message):
    (package / name).write_bytes(content)
    with pytest.raises(packages.Unreadable, match=message):
        load(package)
    assert not models.Guideline.objects.exists()


def test_a_package_of_many_large_files_is_refused(package):
    for number in range(5):
        (package / f"{number}.toml").write_bytes(b"#" * 4_500_000)
    with pytest.raises(packages.Unreadable, match="more than 20 MB"):
        load(package)


def test_a_folder_without_a_package_is_refused(tmp_path):
    with pytest.raises(packages.Unreadable, match=r"not a folder with \.toml files"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("format = 1", "format = 2", "format: must be 1"),
        ("format = 1", "", "format: must be 1"),
        ('population = "pregnant"', 'population = "nobody"', "nobody"),
        ('severity = "caution"', 'severity = "dire"', "one of contraindicated, avoid, caution"),
        ("maximum = 40", 'maximum = "forty"', "must be a number"),
        ("maximum = 40", "maximum = nan", "must be a number"),
        ("maximum = 40", f"maximum = 1{'0' * 400}", "must be a number"),
        ("maximum = 40", "maximun = 40", 'unknown key "maximun"'),
        ("[[drugs]]", "[[drugz]]", "drugz"),
        ('text = "Ask about sleep."', 'text = "Ask <b>now</b>."', "contains markup"),
        ("high = 50, high_open = true", "high = 60, high_open = true", "calmol_"),
        ("high = 50, high_open = true", "high = 40, high_open = true", "calmol_"),
    ],
)
def test_unsound_content_is_refused_where_it_stands_and_nothing_is_written(package, old, new, message):
    change(package, old, new)
    with pytest.raises(document.Unreadable, match=message):
        load(package)
    assert not models.Guideline.objects.exists()
    assert not models.Fact.objects.exists()


def test_nothing_is_loaded_without_its_entry_in_the_ledger(package, monkeypatch):
    def fail(*_, **__):
        raise DatabaseError("The ledger is full.")

    monkeypatch.setattr(ledger, "append", fail)
    with pytest.raises(DatabaseError):
        load(package)
    assert not models.Guideline.objects.exists()
