"""Dark pages: what takes no colour from them has a colour for them."""

import re

from config.styles import bundle


# Pictures of Bootstrap's in a dark grey, such as the arrow of a list to choose from.
PICTURES = re.compile(r"(--bs-[a-z-]+):url\(\"data:image/svg\+xml[^\"]*(?:stroke|fill)='%23343a40'")


def test_a_dark_picture_is_another_on_dark_pages():
    dark = (bundle.CSS / "dark.css").read_text()
    pictures = set(PICTURES.findall(bundle.text()))
    assert pictures
    assert all(f"{name}: url(" in dark for name in pictures)
