"""Blocks and runs: what an outline is made of, as plain values that typesetting and plain text both understand.

A run is a piece of a line with one style. A block is a heading, a paragraph, a list, a table, terms with what is said of
them, the references, or a box around other blocks.
"""


def run(text, style=""):
    """Make a run of text; styles are strong, quiet, cited, mark and code."""
    return {"text": text, "style": style}


def strong(text):
    """Make a run in bold."""
    return run(text, "strong")


def quiet(text):
    """Make a run that stands back."""
    return run(text, "quiet")


def cited(text):
    """Make a run that leads to a source; it means nothing where the references do not follow."""
    return run(text, "cited")


def code(text):
    """Make a run of figures to compare, such as a digest."""
    return run(text, "code")


def runs(*pieces):
    """Join runs, texts and lists of runs to one line, with a space between them; what is empty is left out."""
    line = []
    for piece in pieces:
        given = piece if isinstance(piece, list) else [run(piece) if isinstance(piece, str) else piece]
        given = [one for one in given if one["text"]]
        line += [run(" "), *given] if line and given else given
    return _merged(line)


def _merged(line):
    """Join neighbours of one style, because typesetting takes its time with each run."""
    merged = []
    for one in line:
        if merged and (one["style"] == merged[-1]["style"] or one["text"] == " "):
            merged[-1] = run(merged[-1]["text"] + one["text"], merged[-1]["style"])
        else:
            merged.append(one)
    return merged


def heading(level, *pieces):
    """Make a heading; levels are counted from 1 and never skipped."""
    return {"kind": "heading", "level": level, "line": runs(*pieces)}


def paragraph(*pieces):
    """Make a paragraph."""
    return {"kind": "paragraph", "line": runs(*pieces), "leads": False}


def leading(*pieces):
    """Make a paragraph that is nothing without what follows, and stays on one page with it."""
    return paragraph(*pieces) | {"leads": True}


def listing(lines, *, ordered=False):
    """Make a list of lines."""
    return {"kind": "list", "lines": lines, "ordered": ordered}


def terms(pairs):
    """Make a list of terms, each with the line that is said of it."""
    return {"kind": "terms", "pairs": [[run(term), line] for term, line in pairs]}


def table(head, rows, *, caption="", widths=()):
    """Make a table of lines under a row of headings; widths are shares of the page, equal where none are given."""
    return {
        "kind": "table",
        "head": head,
        "rows": rows,
        "caption": caption,
        "widths": list(widths) or [1] * len(head),
    }


def box(tone, blocks):
    """Make a box around blocks; tones are stop, warn, gist and note."""
    return {"kind": "box", "tone": tone, "blocks": blocks}


def blank(label):
    """Make a line to write on by hand, with what belongs there before it."""
    return {"kind": "blank", "label": label}


def works(listed):
    """Make the list of references; each under its number."""
    return {"kind": "works", "works": listed}
