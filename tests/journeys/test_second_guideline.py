"""Another specialty beside the guideline that ships: loaded, reviewed, consulted and printed with no line of code of its own."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

from advisor.models import Consultation
from guidelines import assembly, library, models, packages, review
from guidelines.engine import document
from tests import gout, recorded
from tests.factories import user
from tests.factories.edition import NOW
from tests.journeys.clinician import Clinician
from tests.journeys.test_consultation import article


pytestmark = pytest.mark.django_db
SHIPPED = Path(packages.__file__).resolve().parent / "content" / "neuropathy"


@pytest.fixture
def loaded(db):
    """Both guidelines in one working copy, the shipped one first."""
    recorded.prepared("both guidelines", _load_both)
    return models.Guideline.objects.get(pk=gout.SLUG)


def _load_both():
    packages.load(SHIPPED, by=None, at=NOW)
    packages.load(gout.PACKAGE, by=None, at=NOW)


@pytest.fixture
def edition(db):
    recorded.prepared("both guidelines, one submitted", _submit_one)
    return models.Edition.objects.get(guideline_id=gout.SLUG)


def _submit_one():
    _load_both()
    review.submit(models.Guideline.objects.get(pk=gout.SLUG), by=user.Editor(), at=NOW)


@pytest.fixture
def at_the_bedside(client, clinician, edition):
    client.force_login(clinician)
    return Clinician(client, gout.book(), gout.SLUG)


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_both_stand_in_one_catalogue_and_neither_changes_the_other(loaded):
    for package, slug in ((SHIPPED, "neuropathy"), (gout.PACKAGE, gout.SLUG)):
        there = assembly.assembled(models.Guideline.objects.get(pk=slug))
        assert there == assembly.settled(document.written(document.read(packages.read(package))))
    shared = set(models.Inclusion.objects.filter(guideline=loaded).values_list("section", "code")) & set(
        models.Inclusion.objects.exclude(guideline=loaded).values_list("section", "code")
    )
    assert {("facts", "crcl"), ("drugs", "clarithromycin"), ("populations", "crcl_below_30")} <= shared


def test_a_shared_row_cannot_be_changed_by_one_of_the_two(loaded, tmp_path):
    packages.dump(loaded, tmp_path / "changed")
    facts = tmp_path / "changed" / "facts.toml"
    facts.write_text(facts.read_text().replace('text = "How tall is the patient?"', 'text = "How tall?"'))
    with pytest.raises(Exception, match=r"facts\[height\]"):
        packages.load(tmp_path / "changed", by=None, at=NOW, replace=True)
    assert models.Fact.objects.get(pk="height").text == "How tall is the patient?"


def test_a_dump_is_the_package_to_the_byte(loaded, tmp_path):
    packages.dump(loaded, tmp_path / "out")
    written = {file.name: file.read_text() for file in (tmp_path / "out").iterdir()}
    assert written == {file.name: file.read_text() for file in gout.PACKAGE.iterdir()}


def test_every_worked_patient_gets_the_advice_they_must_get(loaded, capsys):
    call_command("rehearse", gout.SLUG)
    told = capsys.readouterr().out
    assert len(gout.book().rulebook.cases) >= 100
    for letter, passing, cases in re.findall(r"(\w): \d+/\d+ worked patients, (\d+)/(\d+) cases", told):
        assert passing == cases, letter


def test_nothing_stands_in_the_way_of_submitting_it_but_marks(loaded, capsys):
    call_command("check_guideline", gout.SLUG, today="2026-11-22")
    told = capsys.readouterr().out
    assert "Ready to be submitted." in told
    assert "pending clinical sign-off" in told, "what was not seen at its source is said"


def test_a_healthy_patient_from_the_first_question_to_the_recommendation(at_the_bedside):
    summary = at_the_bedside.answers(gout.HEALTHY)
    assert "No further question could change the advice" in words(summary)
    page = words(at_the_bedside.asks(summary))
    assert "First line for this patient" in page
    assert "Naproxen 750 mg at once day 2: 250 mg every 8 hours" in page
    assert "Colchicine, low dose 1.2 mg at the first sign of the flare 0.6 mg one hour later" in page
    assert "A high dose works no better than a low one" in page
    assert "Which medicine should come first?" in page
    topics = {fact.topic for fact in gout.book().rulebook.facts if fact.code in at_the_bedside.asked}
    assert topics == {topic.code for topic in gout.book().rulebook.topics}


def test_a_burdened_patient_gets_what_is_left_and_every_reason(at_the_bedside):
    page = words(at_the_bedside.consults(gout.BURDENED))
    assert (
        "First line for this patient: Treatment Start Then Maximum here Check first Prednisolone with caution" in page
    )
    for reason in (
        "An NSAID together with an anticoagulant leads to bleeding.",
        "NSAIDs hold back fluid and make heart failure worse.",
        "ordinary doses of colchicine have killed",
        "A corticosteroid raises blood glucose",
    ):
        assert reason in page


def test_a_past_consultation_shows_what_was_advised_and_prints(at_the_bedside, client):
    first = at_the_bedside.consults(gout.HEALTHY)
    assert "Gout flare in primary care, edition 1" in words(client.get("/consultations/"))
    again = client.get(f"/consultations/{Consultation.objects.get().pk}/")
    assert article(again) == article(first)
    printed = r'<link[^>]*href="[^"]*print[^"]*\.css"[^>]*media="print"|media="print"[^>]*print'
    assert re.search(printed, again.content.decode())


def approved(edition):
    signature = review.Signature(meaning="I have read this edition and find it right.", how="password")
    one, other = user.Reviewer(profession="physician"), user.Reviewer(profession="pharmacist")
    review.take(edition, by=one, at=NOW)
    for person in (one, other):
        if library.edition(gout.SLUG, 1).status != "Approved":
            review.approve(edition, by=person, at=NOW, signature=signature)


def test_reviewers_approve_it_like_any_other(edition, client, clinician):
    approved(edition)
    assert library.current(gout.SLUG).status == "Approved"
    client.force_login(clinician)
    assert "pending human review" not in words(client.get(f"/guidelines/{gout.SLUG}/"))


def test_a_changed_dose_is_told_to_reviewers_by_what_it_means(edition, client, reviewer):
    approved(edition)
    models.DoseRange.objects.filter(pk="co_liver_us").update(maximum=3.6)
    review.submit(edition.guideline, by=user.Editor(), at=NOW)
    client.force_login(reviewer)
    page = words(client.get(f"/review/{gout.SLUG}/2/"))
    assert "Colchicine, low dose, people with severe liver impairment, United States changed maximum: 1.8 → 3.6" in page
    assert "two, by people of different professions" in page
    compared = f"/reach/{gout.SLUG}/2/"
    for _ in range(20):
        told = words(client.post(compared, {"months": "12"}, follow=True))
        if "Everybody was compared" in told:
            break
    assert "Everybody was compared" in told


def test_the_admin_lists_its_rows(loaded, client, editor):
    client.force_login(editor)
    for address, text in (
        ("guideline/", "Gout flare in primary care"),
        ("treatment/?q=canakinumab", "canakinumab_injection"),
        ("contraindication/?q=colchicine_too_soon", "colchicine_too_soon_severe"),
        ("population/?q=kidney_impairment", "kidney_impairment"),
    ):
        assert text in client.get(f"/admin/guidelines/{address}").content.decode()


def test_a_reviewer_reads_it_on_every_page_of_the_review(edition, client, reviewer):
    client.force_login(reviewer)
    here = f"/review/{gout.SLUG}/1/"
    for address, text in (
        ("/review/", "Gout flare in primary care"),
        (here, "Gout flare in primary care"),
        (f"{here}rehearsal/", "225"),
        (f"{here}reading/contraindications/", "An NSAID together with an anticoagulant leads to bleeding."),
        (f"/reach/{gout.SLUG}/1/", "This is the first edition of the guideline"),
    ):
        page = client.get(address, follow=True)
        assert (page.status_code, text in words(page)) == (200, True), address
