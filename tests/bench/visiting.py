"""First visits at the bench: what Chromium loads of a page on a slow network with a slow processor, and when it paints."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from statistics import median

from django.conf import settings


ROUNDS = 5
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
# "Slow 4G" as Lighthouse has it: milliseconds, and bytes a second.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
PROCESSOR = 4
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value; }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})"""
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"


def figures(client, pages):
    """Visit each page, given by its name and address, again and again with nothing kept; say what it cost."""
    from playwright.sync_api import sync_playwright

    from tests.absence import CHROMIUM

    if not CHROMIUM.exists():
        yield "first visit", f"not measured: there is no Chromium at {CHROMIUM}"
        return
    name = settings.SESSION_COOKIE_NAME
    with served() as address, sync_playwright() as playwright:
        cookie = {"name": name, "value": client.cookies[name].value, "url": address}
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        for title, path in pages:
            visits = [visit(browser, cookie, address, path) for _ in range(ROUNDS + 1)][1:]
            yield title, told(visits)
        browser.close()


def told(visits):
    """Say in a line what the visits came to."""
    size, requests, strangers, paint, shift = (median(column) for column in zip(*visits, strict=True))
    return (
        f"{size / 1000:.1f} kB in {requests} requests (goal: at most 60), {strangers} of them to others (goal: 0); "
        f"first paint after {paint / 1000:.2f} s (goal: at most 1.5); layout shift {shift:.3f} (goal: 0)"
    )


def visit(browser, cookie, address, path):
    """Open a page with an empty cache; return bytes with headers, requests, requests to others, first paint and shift."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_cookies([cookie])
    page = context.new_page()
    link = context.new_cdp_session(page)
    for command, wanted in (
        ("Network.enable", {}),
        ("Network.emulateNetworkConditions", NETWORK),
        ("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR}),
    ):
        link.send(command, wanted)
    sizes, asked = [], []
    link.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path, wait_until="networkidle")
    shift, paint = page.evaluate(SHIFTS), page.evaluate(PAINT)
    context.close()
    asked = [url for url in asked if not url.startswith("data:")]
    return sum(sizes), len(asked), sum(not url.startswith(f"{address}/") for url in asked), paint, shift


@contextmanager
def served():
    """Serve the bench's database as a deployment does, but without TLS; give the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--threads", "4"]
    server = subprocess.Popen([*command, "--log-level", "error"], env=os.environ, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/healthz")
        yield address
    finally:
        server.terminate()
        server.wait()


def wait_for(address):
    """Wait until a server answers."""
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)
