"""What is taken from another stylesheet: rules for elements and chosen classes, and no variable that nothing uses."""

import pytest

from config.styles import selection


@pytest.mark.parametrize(
    ("whole", "kept"),
    [
        ("p{margin:0}.card{color:red}.btn{top:0}", "p{margin:0}.btn{top:0}"),
        (".btn,.card,a:hover{top:0}", ".btn,a:hover{top:0}"),
        (".btn .card{top:0}.btn.btn-sm{top:1px}", ".btn.btn-sm{top:1px}"),
        (".btn:not(.card,.x):hover{top:0}", ".btn:not(.card,.x):hover{top:0}"),
        (":is(h1,.btn) a{top:0}", ":is(h1,.btn) a{top:0}"),
        ("@media print{.card{top:0}p{top:0}}", "@media print{p{top:0}}"),
        ("@media print{.card{top:0}}", ""),
        ('@charset "UTF-8";p{top:0}', "p{top:0}"),
        ("@keyframes x{0%{top:0}to{top:1px}}p{top:0}", "p{top:0}"),
        ("[data-bs-theme=dark]{top:0}[data-bs-theme=dark] .btn{top:0}", ""),
    ],
)
def test_a_rule_stays_if_every_class_in_it_is_used(whole, kept):
    assert selection.select(whole, {"btn", "btn-sm"}) == kept


def test_a_variable_goes_when_nothing_asks_for_it_any_more():
    """The second is asked for by the first alone."""
    text = ":root{--bs-a:var(--bs-b);--bs-b:1px;--bs-c:2px}p{top:var(--bs-c)}"
    assert selection.without_idle_variables(text) == ":root{--bs-c:2px}p{top:var(--bs-c)}"
