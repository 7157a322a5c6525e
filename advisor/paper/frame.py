"""The frame: what stands on every page of paper: title, edition, status, watermark, digests, and the address to check."""

import base64
import io
from urllib.parse import urljoin

import segno
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _


# So much of the digest is in the check address: enough that nobody can guess it.
SHOWN = 16


def of(sheet, title, *, site):
    """Make the frame of a sheet or a leaflet; `site` is the address of the product's first page."""
    origin, banner = sheet["provenance"], sheet["banner"]
    address = check_address(origin["id"], origin["digest"], site)
    code = qr(address)
    language, _dash, region = (translation.get_language() or "en-gb").partition("-")
    return {
        "title": title,
        "edition": _("Edition %s") % origin["edition"],
        "status": _(banner["status"]),
        "on": sheet.get("on", origin["on"]),
        "watermark": banner["watermark"],
        "figures": [
            [_("Number"), origin["id"]],
            [_("Edition SHA-256"), origin["sha256"]],
            [_("Advice digest"), origin["digest"]],
        ],
        "check": _("Check this paper:"),
        "address": address,
        "code": code,
        "picture": f"data:image/svg+xml;base64,{base64.b64encode(code.encode()).decode()}",
        "page": _("Page {page} of {pages}"),
        "language": language,
        "region": region.upper() or None,
    }


def check_address(key, digest, site):
    """Return the public address that tells what has become of an advice since."""
    return f"{urljoin(site, reverse('check', args=[key]))}?digest={digest[:SHOWN]}"


def qr(text):
    """Draw a text as a QR code, as SVG."""
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode().strip()
