"""A statement that its edition words in German is read in German; the rest stays as it is, and says that it is English."""

import pytest
from django.utils import translation

from advisor.accounts.models import Reader
from guidelines import assembly, library, packages
from guidelines.engine import document
from guidelines.models import Rendering
from tests import bedside
from tests.factories import consultation, user
from tests.factories.edition import NOW


GERMAN = {"language": "de", "text": "Schluckauf vergeht meist.", "student": "Die meisten Anfälle dauern keinen Tag."}
PLAIN = "Hiccups mostly stop."


@pytest.fixture(autouse=True)
def _left_as_it_was():
    """The language of a request stays with the thread that answered it."""
    with translation.override(translation.get_language()):
        yield


@pytest.fixture
def worded(db):
    """The made-up guideline with its statement in German, submitted."""
    plain = bedside.content()
    statement, *rest = plain["statements"]
    # An advice tells what is said of some patients only.
    said = statement | {"population": plain["options"][0]["population"], "renderings": [GERMAN]}
    return bedside.submitted(plain | {"statements": [said, *rest]})


@pytest.mark.parametrize(
    ("language", "reader", "says", "not_said"),
    [
        ("de", Reader.CLINICIAN, [GERMAN["text"]], [PLAIN, f'<span lang="de">{GERMAN["text"]}']),
        ("de", Reader.STUDENT, [GERMAN["text"], GERMAN["student"]], [PLAIN]),
        ("en-gb", Reader.CLINICIAN, [PLAIN], [GERMAN["text"]]),
    ],
)
def test_it_is_read_in_the_language_of_the_page(client, worded, language, reader, says, not_said):
    me = user.Clinician(language=language, reader=reader)
    client.force_login(me)
    past = consultation.make(by=me)
    for address in ("/guidelines/hiccups/", f"/consultations/{past.pk}/"):
        page = client.get(address).content.decode()
        assert [said for said in says if said not in page] == []
        assert [said for said in not_said if said in page] == []


def test_what_it_does_not_word_is_marked_as_english(client, worded):
    client.force_login(user.Clinician(language="de"))
    assert '<span lang="en">What helps an adult whose hiccups do not stop?</span>' in (
        client.get("/guidelines/hiccups/").content.decode()
    )


def test_it_travels_with_the_guideline_and_the_edition(worded, tmp_path):
    assert Rendering.objects.get().parent.code == "S01"
    assert library.current("hiccups").compiled.rulebook.statements[0].renderings[0].text == GERMAN["text"]
    packages.dump(worded.guideline, tmp_path / "out")
    dumped = assembly.settled(document.written(document.read(packages.read(tmp_path / "out"))))
    assert dumped["statements"][0]["renderings"] == [GERMAN]
    assert not packages.load(tmp_path / "out", by=None, at=NOW).changed


def test_an_editor_words_it_in_the_admin(client, worded):
    client.force_login(user.Editor())
    page = client.get(f"/admin/guidelines/statement/{Rendering.objects.get().parent.pk}/change/").content.decode()
    assert 'name="renderings-0-language" value="de"' in page
    assert GERMAN["text"] in page
