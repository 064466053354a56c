#!/usr/bin/env python3
"""What code decides on is a value: a cause of the closed list, an empty optional, an enum. The id of a sentence is for
people and for JSON; code that compares it breaks when the sentence is renamed. Writing `what.id` out is fine. So it is
with the code of a finding, CERT_EXPIRED, which people and JSON read too: nothing compares one with a literal."""
import re
import sys

from cpp import tokens
from tree import ROOT, files

COMPARING = {"compare", "starts_with", "ends_with", "find", "rfind", "contains", "substr", "empty"}
REMEDY = "give the function that fails a Cause, an empty optional or an enum for this, and decide on that"
CODE_REMEDY = "put a flag or an enum beside the code, where the finding is made, and decide on that"
CODE = re.compile(r'"[A-Z][A-Z0-9_]+"')  # as a finding's code is written


def by_code(source):
    """The lines where something called a code is compared with a finding's code, on either side, or looked into for it."""
    found = list(tokens(source))
    for at, token in enumerate(found):
        if token.kind != "string" or not CODE.fullmatch(token.text):
            continue
        before, after = ([one.text for one in part] for part in (found[max(0, at - 4) : at], found[at + 1 : at + 9]))
        if before[-2:] in (["=", "="], ["!", "="]):
            names = before[-3:-2]
        elif len(before) == 4 and before[-1] == "(" and before[-2] in COMPARING:
            names = [before[0]] if before[1] == "." else []
        elif after[:2] in (["=", "="], ["!", "="]):
            names = re.match(r"[\w.*]*", "".join(after[2:]).replace("->", "."))[0].split(".")[-1:]
        else:
            continue
        if any(name == "code" or name.endswith("_code") for name in names):
            yield token.line


def decisions(source):
    """The lines where `what.id` is compared, on either side, or looked into."""
    found = [token.text for token in tokens(source)]
    lines = [token.line for token in tokens(source)]
    for at in range(len(found) - 2):
        if found[at : at + 3] != ["what", ".", "id"]:
            continue
        after = found[at + 3 : at + 6]
        first = at
        while first >= 2 and found[first - 1] in (".", ">", ")", "(", "-", "*") or found[first - 1].isidentifier():
            first -= 1
            if found[first] in ("return", "if") or first == 0:
                break
        before = found[max(0, first - 2) : first]
        if (
            after[:2] in (["=", "="], ["!", "="])
            or before in (["=", "="], ["!", "="])
            or (len(after) > 1 and after[0] == "." and after[1] in COMPARING)
        ):
            yield lines[at]


MADE_UP = [
    'if (why.what.id == "store.no_list") return use;',
    'if (!read && read.error().what.id != "file.missing") return read;',
    'return "key.none" == root.error().what.id;',
    'if (why.what.id.starts_with("json.")) retry();',
    "switch (why.what.id.compare(other)) {}",
]
HARMLESS = [
    'Json json{{"id", why.what.id}, {"cause", why.cause}};',
    "return fail(node, loaded.error().what.id, loaded.error().what.facts);",
    '// why.what.id == "a"\nsay(why.what);',
]
wrong = [f"this test is blind to: {source}" for source in MADE_UP if not list(decisions(source))]
wrong += [f"this test takes for a decision: {source}" for source in HARMLESS if list(decisions(source))]
MADE_UP_CODES = [
    'if (finding.code == "NO_LIST") return none;',
    'return deciding_code != "NO_LIST" ? one : other;',
    'if ("SIG_ABSENT" == report.finding.code) erase();',
    'if ("OK" == finding->code) erase();',
    'if (finding.code.starts_with("SIG_")) ask();',
]
HARMLESS_CODES = [
    'note(Axis::list, "NO_LIST", Severity::info);',
    'return {.code = "NO_LIST", .severity = worst};',
    'if (code.starts_with("/01/")) return page; // finding.code == "OK"',
    'if (one.code == other.code || name == "HTX") add(one);',
    'std::string code = "OK";',
]
wrong += [f"this test is blind to: {source}" for source in MADE_UP_CODES if not list(by_code(source))]
wrong += [f"this test takes for a decision: {source}" for source in HARMLESS_CODES if list(by_code(source))]
mentions = 0
for path in files("src/*.h", "src/*.cpp"):
    source = path.read_text()
    where = path.relative_to(ROOT)
    wrong += [f"{where}:{line}: decides on the code of a finding; {CODE_REMEDY}" for line in by_code(source)]
    if "what.id" not in source:
        continue
    mentions += 1
    wrong += [f"{where}:{line}: decides on the id of a sentence; {REMEDY}" for line in decisions(source)]
print("\n".join(wrong) or f"{mentions} files write out an id; none decides on it, or on the code of a finding")
sys.exit(bool(wrong) or mentions < 2)
