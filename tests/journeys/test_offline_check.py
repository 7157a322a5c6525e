"""An outsider with an export of the ledger and two short files tells a genuine sheet from an altered or a superseded one."""

import subprocess
import sys
from pathlib import Path

import pytest

from guidelines import ledger
from guidelines.ledger import check_ledger, export
from tests import bedside
from tests.factories import consultation
from tests.factories.edition import NOW
from tests.factories.reviewstep import approve, withdraw


pytestmark = pytest.mark.django_db

CHECKER = Path(check_ledger.__file__).with_name("check_sheet.py")


@pytest.fixture
def past(client, clinician, edition):
    client.force_login(clinician)
    approve(edition)
    return consultation.make(by=clinician)


@pytest.fixture
def printed(client, past):
    """What stands on the paper, and the PDF."""
    content = client.get(f"/consultations/{past.pk}/pdf/").content
    return {"number": str(past.pk), "--digest": past.advice_digest, "--edition": past.edition_sha256, "--file": content}


@pytest.fixture
def check(tmp_path, edition):
    """Export the ledger, and run the script in a Python that knows nothing of this project; give its exit and words."""

    def run(figures, spoil=lambda content: content):
        ledger.seal(at=NOW)
        (tmp_path / "export.jsonl").write_bytes(spoil(b"".join(export.lines(at=NOW))))
        (tmp_path / "sheet.pdf").write_bytes(figures["--file"])
        options = [part for name in ("--digest", "--edition") for part in (name, figures[name])]
        command = [sys.executable, "-I", "-S", str(CHECKER), "export.jsonl", figures["number"], *options]
        command += ["--file", "sheet.pdf"]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
        return done.returncode, done.stdout + done.stderr

    return run


def untouched(_edition):
    """Nothing happened since."""


def superseded(_edition):
    approve(bedside.edition(title="Hiccups that last"))


GENUINE = [
    (untouched, 0, "Current: the edition is approved"),
    (superseded, 3, "Superseded: edition 2 has taken its place."),
    (withdraw, 3, "Withdrawn on 2026-03-02: The label changed."),
]


@pytest.mark.parametrize(("happened", "code", "said"), GENUINE)
def test_a_genuine_sheet_is_told_with_what_became_of_it(check, edition, printed, happened, code, said):
    happened(edition)
    found, words = check(printed)
    assert found == code, words
    assert "Genuine: given on 2026-03-02 by edition 1 of hiccups, then approved." in words
    assert "byte for byte" in words
    assert said in words


ALTERED = {
    "number": (lambda printed: {"number": "0" * 8 + printed["number"][8:]}, "no advice of this number"),
    "digest": (lambda printed: {"--digest": "0" * 64}, "the advice digest on the paper is not the one entered"),
    "a short digest": (lambda printed: {"--digest": printed["--digest"][:15]}, "at least 16 characters"),
    "edition": (lambda printed: {"--edition": "0" * 64}, "the edition on the paper is not the one that advised"),
    "one byte": (lambda printed: {"--file": printed["--file"] + b" "}, "the PDF is not one that was made"),
}


@pytest.mark.parametrize("altered", ALTERED)
def test_whatever_is_altered_on_the_paper_is_found(check, printed, altered):
    change, said = ALTERED[altered]
    found, words = check(printed | change(printed))
    assert (found, said in words) == (1, True), words


def test_the_figures_may_be_typed_as_they_are_read(check, printed):
    spaced = " ".join(printed["--digest"][place : place + 4] for place in range(0, 16, 4)).upper()
    assert check(printed | {"--digest": spaced, "number": printed["number"].upper()})[0] == 0


def test_an_export_that_was_made_to_fit_a_forged_sheet_is_not_in_order(check, past, printed):
    forged = printed | {"--digest": "0" * 64}
    found, words = check(forged, lambda content: content.replace(past.advice_digest.encode(), b"0" * 64))
    assert found == 1
    assert "its hash is not the one it was given" in words
