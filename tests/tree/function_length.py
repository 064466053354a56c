#!/usr/bin/env python3
"""Functions have at most 70 lines, from the signature to the closing brace, in C++ and in Python. Tables may be longer.
EXCEPTIONS names what is longer today and why; the list only shrinks: an entry that is not needed any more fails too."""
import ast
import sys

from cpp import closing, tokens
from tree import ROOT, files

MOST_LINES = 70
EXCEPTIONS = {
    "office_options.cpp: office_commands": "a table: commands and their options",
    "lot_options.cpp: lot_commands": "a table: commands and their options",
    "press_options.cpp: press_commands": "a table: commands and their options",
    "bench_options.cpp: bench_commands": "a table: commands and their options",
    "server_options.cpp: server_commands": "a table: commands and their options",
    "label_rules.cpp: content_rules": "a table: what a label must say, law by law",
    "routes.cpp: routes": "a table: the server's routes",
    "signed_code.cpp: vectors": "a table: the vectors and their verdicts",
}
TYPES = {"struct", "class", "union", "enum"}


def name_of(statement):
    """Of a function: what stands before its parameters; of a test case: its sentence."""
    depth = 0
    for place, token in enumerate(statement):
        if token.kind != "sign":
            continue
        depth = max(0, depth + (token.text == "<") - (token.text == ">"))
        if token.text == "(" and depth == 0 and place > 0:
            if statement[place - 1].text in ("TEST_CASE", "TEMPLATE_TEST_CASE"):
                return statement[place + 1].text[1:-1]
            return statement[place - 1].text
    return statement[0].text


def functions(found, first=0, last=None):
    """Name, first line and last line of each function; those within functions count as part of them."""
    begun, at, last = first, first, len(found) if last is None else last
    while at < last:
        token = found[at]
        if token.kind != "sign" or token.text not in "({[;":
            at += 1
        elif token.text == ";":
            at = begun = at + 1
        elif token.text in "([":
            at = closing(found, at) + 1
        else:
            statement, end = found[begun:at], closing(found, at)
            words = {one.text for one in statement}
            is_value = end + 1 < len(found) and found[end + 1].text in ",;{" and not words & TYPES
            if "namespace" in words or (words & TYPES and "enum" not in words and "(" not in words):
                yield from functions(found, at + 1, end)
            elif "(" in words and not is_value and statement[-1].text not in ("=", ","):
                yield name_of(statement), statement[0].line, found[end].line
            elif is_value:  # a member's value, in a list of initialisers or alone
                at = end + 1
                continue
            at = begun = end + 1


def without_access(found):
    """`public:` and the like begin no statement."""
    kept = []
    for token in found:
        if token.text == ":" and kept and kept[-1].text in ("public", "private", "protected"):
            kept.pop()
        else:
            kept.append(token)
    return kept


def without_preprocessor(source):
    lines, is_going_on = source.split("\n"), False
    for number, line in enumerate(lines):
        is_directive = is_going_on or line.lstrip().startswith("#")
        is_going_on = is_directive and line.endswith("\\")
        if is_directive:
            lines[number] = ""
    return "\n".join(lines)


def in_cpp(path):
    return functions(without_access(tokens(without_preprocessor(path.read_text()))))


def in_python(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            yield node.name, node.lineno, node.end_lineno


def main():
    seen, longer, wrong = 0, set(), []
    paths = files("src/*.h", "src/*.cpp", "tests/*.h", "tests/*.cpp", "*.py")
    for path in paths:
        for name, first, last in (in_python if path.suffix == ".py" else in_cpp)(path):
            seen += 1
            if last - first + 1 <= MOST_LINES:
                continue
            longer.add(f"{path.name}: {name}")
            if f"{path.name}: {name}" not in EXCEPTIONS:
                where = f"{path.relative_to(ROOT)}:{first}"
                wrong.append(
                    f"{where}: {name} has {last - first + 1} lines; part it into named steps, {MOST_LINES} at most"
                )
    wrong += [f"{name} is short or gone: take it off EXCEPTIONS" for name in sorted(EXCEPTIONS.keys() - longer)]
    if seen < 1000:
        wrong.append(f"only {seen} functions were seen; has the form of the sources changed?")
    print("\n".join(wrong) or f"{seen} functions, {len(longer)} of them longer than {MOST_LINES} lines, as listed")
    return bool(wrong)


sys.exit(main())
