"""Catalogues of translations as files: what translators read (.po), and what the program reads (.mo)."""

import ast
import struct
from dataclasses import dataclass, field


HEAD = """msgid ""
msgstr ""
"Project-Id-Version: Advisor\\n"
"Language: {language}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
PLURALS = dict.fromkeys(("de", "en_GB"), "nplurals=2; plural=(n != 1);")
WIDTH = 110
MAGIC = 0x950412DE


@dataclass
class Message:
    """What is said: its key (context, words, plural words), where it is said, and how it is said in the other language."""

    key: tuple
    strings: tuple = ()
    places: set = field(default_factory=set)
    fuzzy: bool = False

    @property
    def ids(self):
        """The words as they stand in code or template, the plural after the singular."""
        return tuple(filter(None, self.key[1:]))


def read(text):
    """Read the messages of a .po file by their keys, without its head."""
    messages, parts, comments, last = {}, {}, [], ""
    for line in [*text.splitlines(), ""]:
        if line.startswith("#"):
            comments.append(line)
        elif line.startswith('"'):
            parts[last] += ast.literal_eval(line)
        elif line:
            last, _, said = line.partition(" ")
            parts[last] = ast.literal_eval(said)
        elif parts:
            message = _message(parts, comments)
            messages[message.key] = message
            parts, comments = {}, []
    return {key: message for key, message in messages.items() if message.ids}


def _message(parts, comments):
    key = (parts.get("msgctxt", ""), parts["msgid"], parts.get("msgid_plural", ""))
    strings = tuple(said for name, said in parts.items() if name.startswith("msgstr"))
    places = {place for line in comments if line.startswith("#:") for place in line[2:].split()}
    fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in comments)
    return Message(key, strings, places, fuzzy)


def written(messages, language):
    """Write messages as a .po file, in their order."""
    head = HEAD.format(language=language, plural=PLURALS[language])
    return "\n".join([head, *map(_entry, messages.values())])


def _entry(message):
    context, singular, plural = message.key
    lines = [f"#: {place}" for place in sorted(message.places)]
    lines += ["#, fuzzy"] if message.fuzzy else []
    lines += _quoted("msgctxt", context) if context else []
    lines += _quoted("msgid", singular)
    if not plural:
        return "\n".join([*lines, *_quoted("msgstr", *(message.strings or ("",))), ""])
    lines += _quoted("msgid_plural", plural)
    for number, said in enumerate(message.strings or ("", "")):
        lines += _quoted(f"msgstr[{number}]", said)
    return "\n".join([*lines, ""])


def _quoted(name, said):
    if len(said) <= WIDTH and "\n" not in said:
        return [f'{name} "{_escaped(said)}"']
    rows = [""]
    for word in said.replace("\n", "\n\0").replace(" ", " \0").split("\0"):
        if rows[-1].endswith("\n") or len(rows[-1]) + len(word) > WIDTH:
            rows.append("")
        rows[-1] += word
    return [f'{name} ""', *(f'"{_escaped(row)}"' for row in rows if row)]


def _escaped(said):
    return said.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")


def compiled(messages, language):
    """Return messages as the program reads them: what is translated, in GNU's .mo format."""
    head = HEAD.format(language=language, plural=PLURALS[language]).split("\n", 2)[2]
    said = {"": "".join(ast.literal_eval(line) for line in head.splitlines())}
    for message in messages.values():
        if message.strings and all(message.strings) and not message.fuzzy:
            context = f"{message.key[0]}\x04" if message.key[0] else ""
            said[context + "\0".join(message.ids)] = "\0".join(message.strings)
    pairs = sorted((key.encode(), text.encode()) for key, text in said.items())
    return _packed([key for key, _ in pairs], [text for _, text in pairs])


def _packed(keys, texts):
    tables = 28
    start = tables + 16 * len(keys)
    rows, pool = [], b""
    for words in (*keys, *texts):
        rows.append(struct.pack("<2I", len(words), start + len(pool)))
        pool += words + b"\0"
    head = struct.pack("<7I", MAGIC, 0, len(keys), tables, tables + 8 * len(keys), 0, start)
    return head + b"".join(rows) + pool
