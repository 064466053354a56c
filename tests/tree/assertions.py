#!/usr/bin/env python3
"""Every test can fail. In C++ each case holds an assertion, itself or by a function that it calls, none says SUCCEED, and
ctest runs each with --warn NoAssertions, so that one which meets no assertion fails. In Python each script ends with a
status that it worked out. And no script lies about that nobody runs.

    assertions.py CTEST BUILD_FOLDER"""
import ast
import json
import re
import subprocess
import sys

from cpp import closing, tokens
from tree import ROOT, files

ASSERTS = re.compile(r"(CHECK|REQUIRE|STATIC_REQUIRE|FAIL)(_[A-Z_]+)?")
# The one place that may say SUCCEED: LEAVE_OUT, for a case that ctest counts as skipped.
SUCCEED = {"tests/catch.h"}


def bodies(found):
    """Of each function and case, the names in its body. A case is named by its sentence."""
    for at, token in enumerate(found):
        if token.kind != "name" or at + 1 == len(found) or found[at + 1].text != "(":
            continue
        end = closing(found, at + 1)
        while end + 1 < len(found) and found[end + 1].text in ("const", "noexcept"):
            end += 1
        if end + 1 < len(found) and found[end + 1].text == "{":
            is_case = token.text == "TEST_CASE"
            name = found[at + 2].text[1:-1] if is_case else token.text
            inside = found[end + 1 : closing(found, end + 1)]
            yield is_case, name, token.line, {one.text for one in inside if one.kind == "name"}


def wrong_cases():
    """And how many cases there are. Helpers are looked for in all tests, by their names."""
    cases, helpers, wrong = [], {}, []
    for path in files("tests/*.h", "tests/*.cpp"):
        found = tokens(path.read_text())
        for is_case, name, line, names in bodies(found):
            if is_case:
                cases.append((f"{path.relative_to(ROOT)}:{line}: {name}", names))
            else:
                helpers.setdefault(name, set()).update(names)
        says = any(token.text == "SUCCEED" for token in found)
        if says != (f"{path.parent.name}/{path.name}" in SUCCEED):
            remedy = "use LEAVE_OUT of tests/catch.h" if says else "take it off SUCCEED in tests/tree/assertions.py"
            wrong.append(f"{path.relative_to(ROOT)}: SUCCEED asserts nothing; {remedy}")

    def asserts(names, seen):
        if any(ASSERTS.fullmatch(name) for name in names):
            return True
        further = {name for name in names if name in helpers} - seen
        return any(asserts(helpers[name], seen | further) for name in further)

    return len(cases), wrong + [f"{case}: no assertion in it" for case, names in cases if not asserts(names, set())]


def wrong_runs(tests):
    for test in tests:
        command = test.get("command", [""])
        if command[0].rpartition("/")[2].startswith("test_") and "NoAssertions" not in command:
            yield f"{test['name']}: is run without --warn NoAssertions"


def works_out_its_status(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "exit" and node.args and not isinstance(node.args[0], (ast.Constant, ast.JoinedStr)):
                return True
            if name in ("run", "report") and any("server" == getattr(one, "module", "") for one in ast.walk(tree)):
                return True
    return False


def wrong_scripts(tests):
    run = {word.rpartition("/")[2] for test in tests for word in test.get("command", [])}
    texts = {path: path.read_text() for path in files("tests/*.py", "tests/*.txt", "tests/*.cpp")}
    for path in files("tests/*.py"):
        if path.parent.name == "bench" or path.stem == "make":  # run by hand: figures, and files that are committed
            continue
        where = path.relative_to(ROOT)
        # `import a`, `from a import …`; of a folder of parts, which has its __init__.py, `from folder import a`
        own = rf"(import|from) {path.stem}\b|from {path.parent.name}(\.{path.stem}\b| import .*\b{path.stem}\b)"
        part_of = path.parent.name if path.stem == "__init__" else None
        imports = re.compile(rf"^\s*({f'from {part_of}' if part_of else own})", re.M)
        others = "\n".join(text for other, text in texts.items() if other != path)
        is_imported = bool(imports.search(others))
        if path.name not in run and not is_imported and f"{path.parent.name}/{path.name}" not in others:
            yield f"{where}: nobody runs it; name it in tests/CMakeLists.txt or delete it"
        if path.name in run and not works_out_its_status(ast.parse(texts[path])):
            yield f"{where}: its exit status does not depend on anything"


def main():
    listing = [sys.argv[1], "--test-dir", sys.argv[2], "--show-only=json-v1"]
    tests = json.loads(subprocess.run(listing, check=True, capture_output=True, text=True).stdout)["tests"]
    cases, wrong = wrong_cases()
    wrong += [*wrong_runs(tests), *wrong_scripts(tests)]
    if cases < 200 or len(tests) < 50:
        wrong.append(f"only {cases} cases and {len(tests)} tests were seen; has their form changed?")
    print("\n".join(wrong) or f"{cases} cases in C++ and all scripts assert something; ctest runs {len(tests)} tests")
    return bool(wrong)


sys.exit(main())
