"""What axe has to say about a page."""

from axe_playwright_python.sync_playwright import Axe


def assert_accessible(page):
    """Fail with axe's own words where the page breaks an accessibility rule."""
    results = Axe().run(page)
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"
