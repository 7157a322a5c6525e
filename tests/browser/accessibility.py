"""What axe has to say about a page."""

from axe_playwright_python.sync_playwright import Axe


def assert_accessible(page):
    """Fail with axe's own words where the page breaks an accessibility rule."""
    # What passes is not told: that is most of it, and takes longer to say than to find.
    # Preloading would write style sheets into the page, which its security policy refuses and reports.
    results = Axe().run(page, options={"preload": False, "resultTypes": ["violations"]})
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"


def assert_accessible_in_both_lights(page):
    """Fail where a page is not as readable on a dark screen as on a light one; leaves it light."""
    assert_accessible(page)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page)
    page.emulate_media(color_scheme="light")
