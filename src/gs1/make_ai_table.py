#!/usr/bin/env python3
"""Makes ai_table.inc and code_lists.inc.

    make_ai_table.py gs1-syntax-dictionary.txt iso3166-1.json iso4217.json

The dictionary is the file of that name in the repository gs1/gs1-syntax-dictionary (Apache-2.0); the two code lists are
those of the iso-codes project (as Debian's package iso-codes and the Python package pycountry carry them). Only facts
are taken over. A form of the dictionary that is not understood stops the script rather than yielding a wrong table.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
NOTE = "// Made by make_ai_table.py; change that, not this.\n"
# Lists that we do not carry: freight unit types (UNECE Recommendation 21), coupons of North America, licensed prefixes.
UNCHECKED = {"gcppos2", "packagetype", "couponcode", "couponposoffer"}


def part(word):
    found = re.fullmatch(r"(\[?)([NXYZ])(\.\.)?(\d+)\]?((?:,\w+)*)", word)
    if not found:
        return None
    optional, charset, upto, length, linters = found.groups()
    arguments = [length] + [name for name in linters.split(",")[1:] if name not in UNCHECKED]
    text = f"{charset}{'_to' if upto else ''}({', '.join(arguments)})"
    return f"opt({text})" if optional else text


def row(line):
    facts, _, title = line.partition(" # ")
    words = facts.split()
    first, _, last = words.pop(0).partition("-")
    flags = words.pop(0) if re.fullmatch(r"[*?]+", words[0]) else ""
    parts, attributes = [], {"req": "", "ex": "", "dlpkey": None}
    for word in words:
        if text := part(word):
            parts.append(text)
            continue
        key, _, value = word.partition("=")
        if key not in attributes or attributes[key]:
            sys.exit(f"not understood: {word} in {line}")
        attributes[key] = value
    key = attributes["dlpkey"] is not None
    return [
        f'"{first}"',
        f'"{last or first}"',
        "false" if "*" in flags else "true",
        "true" if "?" in flags else "false",
        "true" if key else "false",
        f'"{title.strip()}"',
        "{" + ", ".join(parts) + "}",
        f'"{attributes["req"]}"',
        f'"{attributes["ex"]}"',
        f'"{attributes["dlpkey"] or ""}"',
    ]


def aligned(rows):
    widths = [min(44, max(len(r[i]) + 2 for r in rows)) for i in range(len(rows[0]))]  # a few long cells stick out
    return ["".join((cell + " ").ljust(width) for cell, width in zip(r, widths)).rstrip() for r in rows]


def in_lines(values, count, join=", "):
    return [join.join(values[i : i + count]) for i in range(0, len(values), count)]


def numbers(name, source):
    values = [str(n) for n in sorted({int(entry["numeric"]) for entry in source})]
    return f"constexpr std::uint16_t {name}[] = {{\n    " + ",\n    ".join(in_lines(values, 20)) + "};\n"


dictionary, countries, currencies = (pathlib.Path(p).read_text() for p in sys.argv[1:])
rows = [row(line) for line in dictionary.splitlines() if line.strip() and not line.startswith("#")]
if rows != sorted(rows):
    sys.exit("the dictionary is no longer in the order of its identifiers")
header = ["first", "last", "fnc1", "query", "key", "title", "parts", "needs", "excludes", "path"]
head, *body = aligned([header] + [[c + ("," if i < 9 else "") for i, c in enumerate(r)] for r in rows])
(HERE / "ai_table.inc").write_text(NOTE + "//   " + head + "\n" + "".join(f"    {{{line}}},\n" for line in body))

countries = json.loads(countries)["3166-1"]
letters = in_lines(sorted(entry["alpha_2"] for entry in countries), 50, "")
(HERE / "code_lists.inc").write_text(
    NOTE
    + "// ISO 3166-1, numbers and (run together) letters; ISO 4217\n"
    + numbers("countries", countries)
    + "constexpr std::string_view country_letters =\n"
    + "\n".join(f'    "{line}"' for line in letters)
    + ";\n"
    + numbers("currencies", json.loads(currencies)["4217"])
)
