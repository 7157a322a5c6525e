"""Finding the one stylesheet: made when it is asked for, made again when a source is newer, collected with a hash."""

import os

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from config.styles import bundle, finder


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(finder, "FOLDER", tmp_path)
    return tmp_path


def test_it_is_made_when_it_is_asked_for(folder):
    found = finders.find(finder.NAME)
    assert found == str(folder / finder.NAME)
    assert (folder / finder.NAME).read_text(encoding="utf-8") == bundle.text()


def test_it_is_made_again_when_a_source_is_newer(folder):
    made = folder / finder.NAME
    finders.find(finder.NAME)
    made.write_text("old")
    finders.find(finder.NAME)
    assert made.read_text(encoding="utf-8") == "old"
    os.utime(made, (0, 0))
    finders.find(finder.NAME)
    assert made.read_text(encoding="utf-8") != "old"


def test_other_files_are_found_where_they_were(folder):
    assert finders.find("css/dark.css") == str(bundle.CSS / "dark.css")
    assert not finders.find("css/nothing.css")


def test_a_deployment_collects_it_compressed_and_named_by_its_digest(folder, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": settings.STATIC_STORAGE}}
    call_command("collectstatic", interactive=False, verbosity=0)
    names = sorted(path.name for path in (settings.STATIC_ROOT / "css").glob("pages.*"))
    assert names[0].startswith("pages.")
    assert len(names) == 4
    assert [name.endswith(".gz") for name in names] == [False, True, False, True]
