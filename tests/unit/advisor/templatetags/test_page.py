"""Citations and fragments: numbers resolve both ways, nothing breaks out, the edition's parts are rendered once."""

from django.template import Context, Template

from advisor.templatetags import page


REFERENCES = [{"number": 1, "code": "R10"}, {"number": 2, "code": "R9"}]


def rendered(text, **context):
    return Template("{% load page %}" + text).render(Context({"references": REFERENCES, **context}))


def test_the_first_citation_can_be_linked_back_to():
    text = "{% numbered references %}{{ sources|cited }} {{ sources|cited }}{% endnumbered %}"
    link = '<a class="citation" href="#ref-1">[1]</a>'
    assert rendered(text, sources=["R10"]) == f'<span id="cite-1">{link}</span> {link}'


def test_how_a_source_was_seen_stands_beside_its_number():
    told = rendered("{% numbered references %}{{ sources|cited }}{% endnumbered %}", sources=["R9/secondary"])
    assert "[2]" in told
    assert "(seen second-hand)" in told


def test_a_reference_is_cited_once_however_it_was_seen():
    told = rendered("{% numbered references %}{{ sources|cited }}{% endnumbered %}", sources=["R9", "R9/unverified"])
    assert told.count("[2]") == 1
    assert "(in part not seen)" in told


def test_what_is_no_reference_is_told_in_words():
    told = rendered("{{ sources|cited }}", sources=["practice", "editorial", "edition"])
    assert "standard practice" in told
    assert "proposal" in told
    assert "this edition" in told


def test_a_source_cannot_break_out_of_the_page():
    told = rendered("{% numbered references %}{{ sources|cited }}{% endnumbered %}", sources=["<script>"])
    assert "<script>" not in told


def test_a_fragment_is_rendered_once_per_edition_and_key(monkeypatch):
    monkeypatch.setattr(page, "_fragments", type(page._fragments)())
    first = page.fragment("reason", "one", "rule", {"text": "<Old>", "sources": []})
    assert page.fragment("reason", "one", "rule", {"text": "New", "sources": []}) == first
    assert "&lt;Old&gt;" in first
    assert "New" in page.fragment("reason", "two", "rule", {"text": "New", "sources": []})


def test_the_fragments_kept_are_bounded(monkeypatch):
    monkeypatch.setattr(page, "_fragments", type(page._fragments)())
    monkeypatch.setattr(page, "MOST_FRAGMENTS", 2)
    for key in "abc":
        page.fragment("reason", "one", key, {"text": key, "sources": []})
    assert [place[2] for place in page._fragments] == ["b", "c"]


def test_what_a_fragment_tells_of_one_patient_is_filled_in_for_each_and_never_kept(monkeypatch):
    monkeypatch.setattr(page, "_fragments", type(page._fragments)())
    reason = {"text": "A rule.", "sources": []}
    assert "age: 85 &lt;b&gt;." in page.fragment("reason", "one", "rule", reason, "age: 85 <b>")
    assert "age: 40." in page.fragment("reason", "one", "rule", reason, "age: 40")
    assert "This patient" not in page.fragment("reason", "one", "rule", reason)
    assert not any("85" in kept or "40" in kept for kept in page._fragments.values())
