#!/usr/bin/env python3
"""Product lists that mean harm: bombs, polyglots, names that lead elsewhere. Each is a clear 4xx after little computing,
and leaves nothing behind."""
import io
import json
import os
import pathlib
import re
import urllib.parse
import zipfile

from server import LISTED_LATER, ROOT, check, is_clear_refusal, run, serving

SHEET, TYPES = "xl/worksheets/sheet1.xml", "[Content_Types].xml"
MOST_CPU_SECONDS = 25  # for one file
NAMES = {  # as sent: as kept, or None where any plain name will do
    "/etc/passwd.csv": "passwd.csv",
    "..\\..\\windows\\a.csv": "a.csv",
    "....csv": "danh-sach.csv",
    "-rf.csv": "rf.csv",
    "a\0b\n.csv": None,
    ".htaccess": "danh-sach.csv",
    "x" * 500 + ".csv": "danh-sach.csv",
    "--as-of.csv": "as-of.csv",
}


def workbook(**parts):
    workbook = "<workbook><sheets><sheet name='a' sheetId='1'/></sheets></workbook>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in ({TYPES: "<Types/>", "xl/workbook.xml": workbook} | parts).items():
            out.writestr(name, text)
    return packed.getvalue()


def billion_laughs():
    entities = "".join(f"<!ENTITY a{n} '{f'&a{n - 1 or str()};' * 50}'>" for n in range(1, 9))
    rows = "<worksheet><sheetData><row><c t='str'><v>&a8;</v></c></row></sheetData></worksheet>"
    return f"<!DOCTYPE a [<!ENTITY a '{'ha' * 1000}'>{entities}]>{rows}"


def many_members():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        for number in range(40000):
            out.writestr(f"xl/{number}.xml", "")
    return packed.getvalue()


def hostile_files():
    bomb = workbook(**{SHEET: b"<worksheet><sheetData>" + b" " * (1 << 29)})
    return {
        "a bomb": bomb,
        "a billion laughs": workbook(**{SHEET: billion_laughs()}),
        "forty thousand members": many_members(),
        "a way out of the folder": workbook(**{"../../../evil.xml": "x", "/etc/evil": "x"}),
        "half a book": bomb[:5000],
        "a drawing with a script": b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        "a picture and a book": b"\x89PNG\r\n\x1a\n" + workbook(**{SHEET: "<worksheet/>"}),
        "a program": pathlib.Path("/bin/true").read_bytes(),
        "noise": os.urandom(5000),
        "nothing": b"",
    }


def propose(server, office, name, body):
    headers = {"X-File-Name": urllib.parse.quote(name)}
    return server.ask("POST", f"/api/v1/list-proposals?as_of={LISTED_LATER}", body, headers, office)


def refused_files(server, home, office):
    def files():
        return sorted(path for path in home.rglob("*") if path.is_file() or path.parent.name == "proposals")

    before = files()
    for name, body in hostile_files().items():
        for extension in ("xlsx", "csv"):
            used = server.cpu_seconds()
            answer = propose(server, office, "../../../../tmp/temsao-evil." + extension, body)
            used = server.cpu_seconds() - used
            check(f"{name} as .{extension} is a clear 4xx", is_clear_refusal(answer), (answer.status, answer.bytes))
            check(f"{name} as .{extension} takes little computing", used < MOST_CPU_SECONDS, used)
    check("and leaves nothing behind", files() == before, [path for path in files() if path not in before])
    check("nor outside", not list(pathlib.Path("/tmp").glob("temsao-evil*")))
    waiting = server.json("GET", "/api/v1/list-proposals", session=office)
    check("no list waits for approval", waiting == [], waiting)


def plain_names(server, office):
    body = (ROOT / "samples/ha-tinh/danh-sach.csv").read_bytes()
    for name, kept in NAMES.items():
        answer = propose(server, office, name, body)
        source = json.loads(answer.bytes).get("source", "")
        is_plain = re.fullmatch(r"[\w -][\w .-]*", source) and not source.startswith("-")
        is_taken = answer.status == 201 and is_plain and (source == kept or kept is None)
        check(f"a file named {name[:30]!r} is taken under a plain name", is_taken, (answer.status, answer.bytes[:300]))
        server.ask("DELETE", "/api/v1/list-proposals/" + json.loads(answer.bytes).get("id", ""), session=office)


def story(home):
    with serving(home) as server:
        office = server.sign_in("office")
        refused_files(server, home, office)
        plain_names(server, office)


run(story, roles=("office",))
