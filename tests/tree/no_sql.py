#!/usr/bin/env python3
"""SQL stands in src/store alone: no other folder has a string that reads as a statement. Other folders call the typed
functions beside each noun."""
import re
import sys

from cpp import tokens
from tree import ROOT, files

# A statement, whole or begun: a verb and what must follow it, in capital letters as we write SQL.
STATEMENT = re.compile(
    r"\bSELECT\b(?! *$)|\bINSERT (OR \w+ )?INTO\b|\bUPDATE \w+ SET\b|\bDELETE FROM\b|\bCREATE (UNIQUE )?(TABLE|INDEX)\b"
    r"|\bALTER TABLE\b|\bDROP (TABLE|INDEX)\b|\bON CONFLICT\b|\b(ORDER|GROUP) BY \w|\bFROM \w+ WHERE\b|\bWHERE \w+ (=|<|>|IN)"
    r"|\bPRAGMA \w|\bBEGIN (IMMEDIATE|EXCLUSIVE)\b"
)
REMEDY = "write a typed function beside its noun in src/store, and call that"


def statements(source):
    """The line and the text of each string that reads as SQL."""
    for token in tokens(source):
        if token.kind in ("string", "raw") and STATEMENT.search(token.text):
            yield token.line, token.text


MADE_UP = [
    'auto rows = desk.run("SELECT name FROM account", {});',
    'desk.run("INSERT INTO deed(id)"\n         " VALUES (?)", {id});',
    'desk.run(std::string("SELECT ") + columns + " FROM proposal WHERE id = ?", {id});',
    "run(\"UPDATE print_run SET state = 'waiting'\", {});",
    'run(R"sql(DELETE FROM session)sql", {});',
    'constexpr auto order = " ORDER BY id DESC LIMIT ";',
]
HARMLESS = [
    '// SELECT name FROM account\nsay("Select a product from the list.");',
    'constexpr auto help = "Update the list: delete from it what ended.";',
    "int SELECT = 1; // INSERT INTO",
]
wrong = [f"this test is blind to: {source}" for source in MADE_UP if not list(statements(source))]
wrong += [f"this test takes for SQL: {source}" for source in HARMLESS if list(statements(source))]

looked_at, in_store = 0, 0
for path in files("src/*.h", "src/*.cpp"):
    found = list(statements(path.read_text()))
    looked_at += 1
    if path.relative_to(ROOT / "src").parts[0] == "store":
        in_store += len(found)
        continue
    wrong += [f"{path.relative_to(ROOT)}:{line}: SQL outside src/store: {text[:60]}; {REMEDY}" for line, text in found]
print("\n".join(wrong) or f"{looked_at} files; {in_store} statements, all in src/store")
sys.exit(bool(wrong) or in_store < 50)
