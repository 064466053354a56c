#!/usr/bin/env python3
"""What code decides on is a value: a cause of the closed list, an empty optional, an enum. The id of a sentence is for
people and for JSON; code that compares it breaks when the sentence is renamed. Writing `what.id` out is fine."""
import sys

from cpp import tokens
from tree import ROOT, files

COMPARING = {"compare", "starts_with", "ends_with", "find", "rfind", "contains", "substr", "empty"}
REMEDY = "give the function that fails a Cause, an empty optional or an enum for this, and decide on that"


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
mentions = 0
for path in files("src/*.h", "src/*.cpp"):
    source = path.read_text()
    if "what.id" not in source:
        continue
    mentions += 1
    wrong += [
        f"{path.relative_to(ROOT)}:{line}: decides on the id of a sentence; {REMEDY}" for line in decisions(source)
    ]
print("\n".join(wrong) or f"{mentions} files write out an id; none decides on it")
sys.exit(bool(wrong) or mentions < 2)
