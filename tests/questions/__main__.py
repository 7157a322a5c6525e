"""Prints the table of right first answers and right refusals: python -m tests.questions [--wrong]."""

import os
import sys


ROWS = (("tuned on", False), ("held out", True), ("all", None))


def main():
    """Put the questions to the content that ships, and print the marks; with --wrong what was wrong of those tuned on."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from guidelines import packages
    from guidelines.engine import compilation, document
    from tests.questions import exam

    book = compilation.compiled(document.read(packages.read("guidelines/content/neuropathy")))
    for name in exam.SETS:
        if (exam.HERE / f"{name}.toml").exists():
            table(exam, name, exam.marked(book, name))


def table(exam, name, marks):
    """Print the marks of one file."""
    say(f"{name:<12} {'right first answer':>20} {'rightly declined':>20} {'answered wrongly':>20}")
    for title, held in ROWS:
        if not any(held in (None, one.question.held) for one in marks) or (held is None and name not in exam.HELD_OUT):
            continue
        told = [exam.share(marks, held=held, answered=answered) for answered in (True, False)]
        told.append(exam.wrong(marks, held=held))
        say(f"{title:<12} " + " ".join(f"{right:>9} of {many:<4} {right / many:>4.0%}" for right, many in told))
    for one in marks:
        if "--wrong" in sys.argv and not one.right and not one.question.held:
            say(
                f"  {one.question.ask!r} {one.question.after or one.question.patient}: {one.got}, not {one.question.first}"
            )


def say(line):
    """Print one line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
