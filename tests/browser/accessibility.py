"""What axe has to say about a page."""

from axe_playwright_python.base import AXE_SCRIPT, AxeResults


COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# Without motion, since a colour on its way to another is neither; after them the page is as it was before.
MODES = (
    {"reduced_motion": "reduce", "color_scheme": "dark"},
    {"color_scheme": "light", "contrast": "more"},
    {"contrast": "no-preference", "forced_colors": "active"},
)
NO_MODE = {"forced_colors": "none", "reduced_motion": "no-preference"}


def assert_accessible(page, **more):
    """Fail with axe's own words where the page breaks an accessibility rule."""
    # What passes is not told: that is most of it, and takes longer to say than to find.
    # Preloading would write style sheets into the page, which its security policy refuses and reports.
    results = _asked(page, {"preload": False, "resultTypes": ["violations"]} | more)
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"


def _asked(page, options):
    # A page that can be seen may still be waiting for the scripts that name its fields.
    page.wait_for_load_state()
    # Axe stays in a page for as long as the page is there.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return AxeResults(page.evaluate("options => axe.run(document, options)", options))


def assert_accessible_in_both_lights(page):
    """Fail where a page is not as readable on a dark screen as on a light one; leaves it light."""
    assert_accessible(page)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page, runOnly=COLOURS)
    page.emulate_media(color_scheme="light")


def assert_accessible_in_every_mode(page):
    """Fail where a page is not readable in some mode of the screen; only colours differ by mode, so only they are asked again."""
    assert_accessible(page)
    for mode in MODES:
        page.emulate_media(**mode)
        assert_accessible(page, runOnly=COLOURS)
    page.emulate_media(**NO_MODE)
