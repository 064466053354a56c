#!/usr/bin/env python3
"""What comments in src/ say of the code is so: an error or finding that a header names has a sentence, with as many facts
as the header says ({} is none, … stands for those said elsewhere), and the cause that it is given; functions, types and
files that a comment names are there.

A fact counts by its comma: {lot, since, reason} are three. An id without braces leaves its facts unsaid."""
import re
import sys
from collections import defaultdict

from cpp import PATTERN, facts_of, rows_of, tokens
from tree import ROOT, files

# Names of others' things, and names that a comment makes up for an example.
STRANGERS = {
    "AppleDouble",
    "DecodeBitStream",
    "NordPass",
    "OpenType",
    "PostScript",
    "QRDecoder.cpp",
    "SplashData",
    "TrueType",
    "new_bytes",
}
ENDINGS = "c|cmake|conf|cpp|cs|csv|evidence|h|html|inc|jpg|js|json|key|log|md|mjs|png|pub|py|svg|temsao|ts|tsv|tsx|txt|xlsx|xml"
ID = r"(?<![\w./:{`\"-])(?:[a-z][a-z0-9_]*\.[a-z0-9_]+|[A-Z][A-Z0-9]*_[A-Z0-9_]+(?:\.[a-z_]+)?)(?![\w/(.:*…-])"
LEAST_BLOCKS, LEAST_COUNTED, LEAST_CAUSES = 5000, 300, 150


def blocks(source):
    """Comments with their lines: those that stand below each other, with no code between, are one."""
    found, last, line = [], None, 1
    for match in PATTERN.finditer(source):
        if match.lastgroup == "comment":
            words = match[0].removeprefix("//").removeprefix("/*").removesuffix("*/").strip()
            if found and last == line - 1:
                found[-1] = (found[-1][0], found[-1][1] + " " + words)
            else:
                found.append((line, words))
            last = line + match[0].count("\n")
        elif match.lastgroup != "space":
            last = None
        line += match[0].count("\n")
    return found


def causes_of(sources):
    """By id: the causes with which it is given."""
    causes = defaultdict(set)
    for found in sources:
        for at, token in enumerate(found):
            if token.kind == "string" and at > 4 and [one.text for one in found[at - 4 : at - 2]] == ["Cause", "::"]:
                causes[token.text[1:-1]].add(found[at - 2].text)
    return causes


def wrong_facts(words, sentences, first_parts):
    """And how many were counted."""
    wrong, counted = [], 0
    for match in re.finditer(rf"({ID})(?: \{{([^}}]*)\}})?", words):
        id, braces = match[1], match[2]
        if re.search(rf"\.(?:{ENDINGS})$", id):
            continue
        if id not in sentences:
            if braces is not None or ("." in id and id.split(".")[0] in first_parts):
                wrong.append(f"{id} has no sentence")
            continue
        if braces is None:
            continue
        counted += 1
        said, wanted = [fact.strip() for fact in braces.split(",") if fact.strip()], len(facts_of(sentences[id]))
        if said[:1] == ["…"] and len(said) <= wanted:
            continue
        if len(said) != wanted:
            wrong.append(f"{id} {{{braces}}}: its sentence has {wanted} facts, said are {len(said)}")
    return wrong, counted


def wrong_causes(words, causes):
    """Of “some.id {facts} (Cause::data)” and of “Errors (Cause::data): some.id, other.id; …”. And how many there were."""
    wrong, counted = [], 0
    words = re.sub(r" ?\{[^}]*\}", "", words)
    pairs = [(match[1], match[2]) for match in re.finditer(rf"({ID}) \(Cause::(\w+)", words)]
    for match in re.finditer(r"\(Cause::(\w+)\)(?:: | )([^;()]*)", words):
        is_list = match[0].startswith(f"(Cause::{match[1]}):") or re.search(
            r"(?:Errors?|;|:) ?$", words[: match.start()]
        )
        pairs += [(id, match[1]) for id in re.findall(ID, match[2].split(". ")[0])] if is_list else []
    for id, cause in pairs:
        if id in causes:
            counted += 1
            if cause not in causes[id]:
                wrong.append(f"{id} (Cause::{cause}): it is given as {', '.join(sorted(causes[id]))}")
    return wrong, counted


def wrong_names(words, there, of_folder, file_names):
    """Functions and types by their form: one with an underscore, a call(), a CamelCase, a qualified::name, a `word`."""
    for match in re.finditer(r"(?<![\w:/.])([a-z_]+)::(\w+)", words):
        if match[1] in of_folder and match[2] not in of_folder[match[1]]:
            yield f"src/{match[1]} has no {match[2]}"
    plain = r"(?<![\w/.:])([a-z0-9]+(?:_[a-z0-9]+)+)(?!\w)|(?<![\w:/.])(\w+)\(\)|`(\w+)`"
    for match in re.finditer(plain + r"|(?<![\w:/.])([A-Z][a-z]+(?:[A-Z][a-z]+)+)\b", words):
        name = "".join(filter(None, match.groups()))
        if name not in there | STRANGERS:
            yield f"there is no {name}"
    for name in re.findall(r"(?<![\w/*])(\w+\.(?:h|cpp|inc|py|mjs|ts|tsx|cmake|tsv))\b", words):
        if name not in file_names | STRANGERS:
            yield f"there is no file {name}"


def words_in(source):
    """Every name of the code, also those inside its texts."""
    kept = (match[0] for match in PATTERN.finditer(source) if match.lastgroup != "comment")
    return {word for text in kept for word in re.findall(r"\w+", text)}


def look(sources, sentences, others, file_names):
    """By file: what is wrong. `others`: words that comments may name besides those of the sources."""
    of_folder = defaultdict(set)
    for path, source in sources.items():
        of_folder[path.split("/")[1]] |= words_in(source)
    there = others.union(*of_folder.values()) | {path.rpartition("/")[2].split(".")[0] for path in file_names}
    causes = causes_of([tokens(source) for source in sources.values()])
    first_parts = {id.split(".")[0] for id in sentences}
    names = {path.rpartition("/")[2] for path in file_names}
    wrong, looked, counted, with_cause = [], 0, 0, 0
    for path, source in sources.items():
        for line, words in blocks(source):
            looked += 1
            told = list(wrong_names(words, there, of_folder, names))
            if path.endswith(".h"):
                facts, these = wrong_facts(words, sentences, first_parts)
                caused, those = wrong_causes(words, causes)
                told, counted, with_cause = told + facts + caused, counted + these, with_cause + those
            wrong += [f"{path}:{line}: {one}" for one in told]
    return wrong, (looked, counted, with_cause)


def blind_spots():
    """What this test must find, in sources of its own."""
    sources = {
        "src/one/a.h": """
// Errors (Cause::data): a.one {x}, a.two {x, y}; (Cause::io) a.two.
// Those of two::gone, and of no_such_thing; see nothing.h.
int f(); // a.none {}; a.gone {x}
int g(); // a.two {…, y} (Cause::usage); CODE_ONE {x, y}; like Nothing() and NoType, `nobody`
""",
        "src/one/a.cpp": 'auto e = error(Cause::data, "a.one", {x, y}); error(Cause::usage, "a.two", {x, y}); nothing',
        "src/two/b.cpp": "int gone_elsewhere;",
    }
    sentences = {"a.one": "{0} {1}", "a.two": "{0} {1}", "a.none": "x", "CODE_ONE": "{0}"}
    wrong, counts = look(sources, sentences, set(), {"src/one/a.h", "src/one/a.cpp", "src/two/b.cpp"})
    wanted = [
        "a.h:2: src/two has no gone",
        "a.h:2: there is no no_such_thing",
        "a.h:2: there is no file nothing.h",
        "a.h:2: a.one {x}: its sentence has 2 facts, said are 1",
        "a.h:2: a.two (Cause::data): it is given as usage",
        "a.h:2: a.two (Cause::io): it is given as usage",
        "a.h:4: a.gone has no sentence",
        "a.h:5: there is no Nothing",
        "a.h:5: there is no nobody",
        "a.h:5: there is no NoType",
        "a.h:5: CODE_ONE {x, y}: its sentence has 1 facts, said are 2",
    ]
    told = [one.removeprefix("src/one/") for one in wrong]
    return [f"this test no longer finds: {one}" for one in wanted if one not in told] + [
        f"this test finds what is right: {one}" for one in told if one not in wanted
    ]


def read(path):
    try:
        return path.read_text()
    except UnicodeDecodeError:
        return ""


def main():
    paths = files("src/*.h", "src/*.cpp", "src/*.inc")
    sources = {str(path.relative_to(ROOT)): path.read_text() for path in paths}
    tables = [tokens(source) for path, source in sources.items() if path.endswith("/sentences.cpp")]
    sentences = {id: vi for table in tables for id, vi, _ in rows_of(table)}
    elsewhere = files(
        "pages/*.ts", "pages/*.tsx", "pages/*.mjs", "tests/*", "scripts/*", "*.txt", "*.cmake", "src/*.py"
    )
    others = {word for path in elsewhere if path.name != "comments.py" for word in re.findall(r"\w+", read(path))}
    wrong, counts = look(sources, sentences, others, {str(path.relative_to(ROOT)) for path in files("*")})
    wrong += blind_spots()
    if any(count < least for count, least in zip(counts, (LEAST_BLOCKS, LEAST_COUNTED, LEAST_CAUSES))):
        wrong.append(f"only {counts} comments, facts and causes were understood; has their form changed?")
    looked, counted, with_cause = counts
    print("\n".join(wrong) or f"{looked} comments hold; {counted} times facts were counted, {with_cause} times causes")
    return bool(wrong)


sys.exit(main())
