"""Packages: a guideline as a folder of text files, read into the working copy and written back without loss."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import tomli_w
from django.db import transaction

from guidelines import assembly, contribution, ledger, working_copy
from guidelines.engine import document
from guidelines.models import Guideline


LARGEST_FILE = 5_000_000
LARGEST_PACKAGE = 20_000_000


class Unreadable(ValueError):
    """A folder that holds no package; the message names the file."""


class Differs(ValueError):
    """The working copy of this guideline already says something else."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A guideline that a package filled, and whether that changed anything."""

    guideline: Guideline
    changed: bool


def load(path, *, by, at, replace=False):
    """Fill the working copy from a package, with its ledger entry and whose contribution it is, in one transaction.

    Loading what is already there changes nothing. Raises Unreadable for a folder that is no package,
    document.Unreadable for content that is no rulebook, Differs where the working copy says something else and it is
    not to be replaced, working_copy.Conflict where a shared row does.
    """
    content = assembly.settled(document.written(document.read(read(path))))
    slug = content["guideline"]["slug"]
    with transaction.atomic():
        contribution.hold()
        guideline = Guideline.objects.filter(slug=slug).first()
        if guideline and assembly.assembled(guideline) == content:
            return Loaded(guideline, changed=False)
        if guideline and not replace:
            raise Differs(
                f"The working copy of {slug} differs from this package, and nothing was changed. Load it with "
                "--replace to put the package in its place; what editors changed since will be lost."
            )
        guideline, written = working_copy.fill(content, replace=replace)
        if by:
            contribution.note([guideline], rows=written, by=by, at=at)
        ledger.append("load", by=by, at=at, subject=slug, detail={"sha256": document.digest(content)})
    return Loaded(guideline, changed=True)


def dump(guideline, path):
    """Write the working copy as a package, a file a section.

    Raises Unreadable where the folder holds other package files, which a later load would read too.
    """
    files = dict(written(assembly.assembled(guideline)))
    folder = Path(path)
    folder.mkdir(parents=True, exist_ok=True)
    strange = sorted(file.name for file in folder.glob("*.toml") if file.name not in NAMES)
    if strange:
        raise Unreadable(f"{folder} holds {', '.join(strange)}, which a dump does not write. Choose an empty folder.")
    for name in NAMES:
        if name in files:
            (folder / name).write_text(files[name], encoding="utf-8", newline="\n")
        else:
            (folder / name).unlink(missing_ok=True)


def read(path):
    """Return the content of a package as a document; whether it is sound is for the engine to say.

    Raises Unreadable naming the file that is absent, too large, cut off or no TOML.
    """
    folder = Path(path)
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise Unreadable(f"{folder} is not a folder with .toml files in it.")
    if sum(file.stat().st_size for file in files) > LARGEST_PACKAGE:
        raise Unreadable(f"{folder} holds more than {LARGEST_PACKAGE // 1_000_000} MB of .toml files.")
    whole = {}
    for file in files:
        _join(whole, _tables(file), file.name)
    return whole


def written(content):
    """Yield the name and the text of each file of a package."""
    for section, value in content.items():
        if section == "guideline":
            yield (
                "guideline.toml",
                tomli_w.dumps({"format": content["format"], "guideline": value}, multiline_strings=True),
            )
        elif section != "format":
            yield f"{section}.toml", tomli_w.dumps({section: value}, multiline_strings=True)


NAMES = ("guideline.toml", *(f"{section}.toml" for section in assembly.RECORDS))


def _tables(file):
    if file.stat().st_size > LARGEST_FILE:
        raise Unreadable(f"{file.name} is larger than {LARGEST_FILE // 1_000_000} MB; split it into several files.")
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise Unreadable(f"{file.name} is not UTF-8 text.") from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{file.name} is cut off or no TOML: {error}.") from None


def _join(whole, tables, name):
    for section, value in tables.items():
        if isinstance(value, list) and isinstance(whole.get(section, []), list):
            whole[section] = [*whole.get(section, []), *value]
        elif section in whole:
            raise Unreadable(f"{name} gives {section} a second time; it stands once in a package.")
        else:
            whole[section] = value
