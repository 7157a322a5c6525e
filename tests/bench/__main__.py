"""Runs the bench on the database that DATABASE_URL names, a SQLite file of its own otherwise, and prints ratios."""

import io
import os
import subprocess
import sys
import tempfile
from statistics import median


ROUNDS = 30
FURTHER = 100
CONTENT = "guidelines/content/neuropathy"


def main():
    """Set up a database of its own, measure, and print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
        os.environ["BENCH_FOLDER"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
        import django

        django.setup()
        fill()
        measure()
        seen()
        from tests.bench import appending

        for what, figure in appending.figures():
            say(what, figure)


def fill():
    """Migrate, make accounts and load the content that ships."""
    from django.core.management import call_command

    from tests.bench.consulting import CLINICIAN, EDITOR
    from tests.factories import user

    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    user.Clinician(email=CLINICIAN)
    user.Editor(email=EDITOR)
    call_command("load_guideline", CONTENT, submit=True, by=EDITOR, stdout=io.StringIO())


def measure():
    """Print every figure of the bench."""
    from guidelines import library
    from tests.bench import further, printing, submitting, surveying
    from tests.bench.consulting import Desk, recommendations, statements

    desk = Desk("neuropathy", "V30")
    one_recommendation(desk)
    say("SQL statements", f"{statements(desk)} (at most 8)")
    say("PDF", printing.figure(desk))
    say("PDF of other patients", printing.others("neuropathy"))
    say("difference of advice", f"{surveying.seconds('neuropathy'):.1f} s for 1000 consultations (goal: at most 10)")
    before = recommendations(desk, ROUNDS)
    further.load(FURTHER, library.current("neuropathy").document)
    after = recommendations(desk, ROUNDS)
    said = f"{after / before:.2f} times (goal: at most 1.05); statements {statements(desk)}"
    say(f"{FURTHER} further guidelines", said)
    took = submitting.seconds("neuropathy")
    say("submission", f"{took:.1f} s to assemble, check, rehearse and freeze (goal: at most 5)")
    say("peak memory", f"{worker()} MB of a process that only gives recommendations (goal: at most 150)")


def seen():
    """Print what pages weigh on the way to a browser, and what a question costs."""
    from advisor.models import Consultation
    from tests.bench import asking, supposing, visiting
    from tests.bench.consulting import Desk

    desk = Desk("neuropathy", "V30")
    desk.ask(desk.draft())
    consultation = Consultation.objects.latest("consulted_at").pk
    say("what if", supposing.figure(desk, consultation))
    pages = (("guideline page", f"/guidelines/{desk.slug}/"), ("advice page", f"/consultations/{consultation}/"))
    for what, figure in (*asking.figures(desk, consultation), *visiting.figures(desk.client, pages)):
        say(what, figure)


def one_recommendation(desk):
    """Print what one recommendation costs, beside the bare page and the engine alone."""
    from django.db import connection

    from tests.bench import bare
    from tests.bench.consulting import spent

    page = desk.ask(desk.draft())
    bare.imitate(page)
    bare.pad(len(page.encode()) - len(desk.bare().encode()))
    full, plain, engine = [], [], []
    for _ in range(ROUNDS):
        draft = desk.draft()
        with spent(full):
            desk.ask(draft)
        with spent(plain):
            desk.bare()
        with spent(engine):
            desk.engine()
    ratio = median(a / b for a, b in zip(full, plain, strict=True))
    size, like = len(page.encode()), len(desk.bare().encode())
    say("database", f"{connection.vendor} {connection.pg_version if connection.vendor == 'postgresql' else ''}".strip())
    say("page", f"{size} bytes; the bare page {like}")
    say("recommendation", f"{median(full):.1f} ms of processor time; the bare page {median(plain):.1f}")
    say("ratio to the bare page", f"{ratio:.2f} (goal: at most 1.5)")
    say("engine's share", f"{median(engine) / median(full):.1%} ({median(engine):.1f} ms; goal: at most 10 %)")


def worker():
    """Ask a fresh process how much memory recommendations take."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench.worker"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def say(what, figure):
    """Print one line."""
    sys.stdout.write(f"{what:<26} {figure}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
