"""Plain text: an outline as lines for the record, to be copied; without markup, and marked where it is not approved."""

import re


def text(frame, blocks):
    """Write blocks as text without citations; first headings repeat the watermark, because parts are copied alone."""
    mark = frame["watermark"].upper()
    lines = [f"{frame['title']} · {frame['edition']} · {frame['status']} · {frame['on']}"]
    for block in blocks:
        lines += _written(block, f"[{mark}] " if mark else "")
    figures = [f"{name} {value}" for name, value in frame["figures"]]
    return (
        "\n".join([*_marked(mark), *lines, "", *figures, f"{frame['check']} {frame['address']}", *_marked(mark)]) + "\n"
    )


def _marked(mark):
    return [f"*** {mark} ***"] if mark else []


def _written(block, mark):
    return WRITERS[block["kind"]](block, mark)


def _heading(block, mark):
    return ["", f"{mark}{_line(block['line']).upper()}"] if block["level"] == 1 else ["", _line(block["line"])]


def _paragraph(block, _mark):
    line = _line(block["line"])
    # Of a line that introduces nothing but citations, only its name would be left.
    bare = line.endswith(":") and any(run["style"] == "cited" for run in block["line"])
    return [] if bare else [line]


def _list(block, _mark):
    signs = (
        (f"{place}." for place in range(1, len(block["lines"]) + 1)) if block["ordered"] else "-" * len(block["lines"])
    )
    return [f"{sign} {_line(line)}" for sign, line in zip(signs, block["lines"], strict=True)]


def _terms(block, _mark):
    return [f"- {term['text']}: {_line(said)}" for term, said in block["pairs"]]


def _table(block, _mark):
    head = [_line(cell) for cell in block["head"]]
    rows = [[(name, _line(cell)) for name, cell in zip(head, row, strict=True)] for row in block["rows"]]
    told = ("; ".join(f"{name}: {said}" for name, said in row if said).replace(".; ", "; ") for row in rows)
    return [*filter(None, [block["caption"]]), *(f"- {row}" for row in told)]


def _works(block, _mark):
    return [f"[{work['number']}] {_line(work['line'])}" for work in block["works"]]


def _box(block, mark):
    return ["", *(line for inner in block["blocks"] for line in _written(inner, mark))]


def _line(runs):
    said = "".join(run["text"] for run in runs if run["style"] != "cited")
    return re.sub(" +", " ", said).strip()


WRITERS = {
    "heading": _heading,
    "paragraph": _paragraph,
    "list": _list,
    "terms": _terms,
    "table": _table,
    "works": _works,
    "box": _box,
}
