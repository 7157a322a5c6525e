"""Where Django finds the one stylesheet: a file made again whenever one of its sources is newer."""

import os
import tempfile
from pathlib import Path

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from config.styles import bundle


FOLDER = bundle.CSS.parent.parent / "var" / "styles"
NAME = "css/pages.css"


class Finder(BaseFinder):
    """Offers the one stylesheet beside the files of `static/`, to a developer's server and to `collectstatic`."""

    def check(self, **kwargs):
        """There is nothing to configure."""
        return []

    def find(self, path, find_all=False):
        """Return where the stylesheet is on disk, if it is what was asked for."""
        found = [str(self._made())] if path == NAME else []
        return found if find_all or not found else found[0]

    def list(self, ignore_patterns):
        """Give the one file, and where it is kept."""
        self._made()
        yield NAME, FileSystemStorage(location=FOLDER)

    def _made(self):
        made = FOLDER / NAME
        newest = max(path.stat().st_mtime for path in [*bundle.sources(), Path(bundle.__file__)])
        if not made.exists() or made.stat().st_mtime < newest:
            made.parent.mkdir(parents=True, exist_ok=True)
            _write(made, bundle.text())
        return made


def _write(path, text):
    """Put a whole file in place at once: another process may be reading it."""
    handle, draft = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w") as file:
        file.write(text)
    Path(draft).chmod(0o644)
    Path(draft).replace(path)
