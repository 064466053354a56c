#!/usr/bin/env python3
"""The server, as those see it who talk to it: every route as every role, its answers against openapi.json; the command
line's JSON for the same check; limits, stalled connections, SIGTERM, and what a restart keeps.

    serve.py PROGRAM [STORE]

With STORE, postgresql://…: two servers on it (tests/postgres.py calls this)."""
import contextlib
import hashlib
import http.client
import io
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import zipfile
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = PROGRAM_NOW = pathlib.Path(sys.argv[1]).resolve()
LIST = ROOT / "samples/ha-tinh/danh-sach.xlsx"
PRODUCT = "09520000010003"
CODE = f"https://id.ocop.vn/01/{PRODUCT}/10/L1"
SECRET = "mật khẩu của bài thử"
ROLES = ("producer", "inspector", "office", "admin")
PASSED_ON = {name: value for name, value in os.environ.items() if name.startswith("PG") or name.endswith("SAN_OPTIONS")}
wrong = []


def check(what, holds, seen=""):
    if not holds:
        wrong.append(f"{what}\n    {str(seen)[:1500]}")


def temsao(home, *words, **more):
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(home), "TEMSAO_PASSPHRASE": SECRET} | PASSED_ON
    return subprocess.run([PROGRAM, "--home", home, *map(str, words)], capture_output=True, text=True, env=environment,
                          timeout=120, **more)


def settle(home):
    """A list, and an account of each role."""
    home.mkdir(exist_ok=True)
    temsao(home, "list", "import", LIST, "--as-of", "2026-11-01")
    shown = json.loads(temsao(home, "--json", "list", "show", PRODUCT).stdout)
    for role in ROLES:
        more = ("--producer", shown["products"][0]["producer"]) if role == "producer" else ()
        added = temsao(home, "account", "add", role, "--role", role, *more)
        check(f"an account for {role} is added", added.returncode == 0, added.stderr)


class Server:
    def __init__(self, home, *options):
        self.process = subprocess.Popen([PROGRAM_NOW, "--home", home, "--lang", "en", "serve", "--listen", "127.0.0.1:0",
                                         *map(str, options)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(home)} | PASSED_ON)
        self.lines = []
        first = self.process.stderr.readline()
        found = re.search(r":(\d+)/", first)
        if not found:
            sys.exit(f"the server did not start: {first}{self.process.stderr.read()}")
        self.port = int(found[1])
        threading.Thread(target=lambda: self.lines.extend(self.process.stderr), daemon=True).start()

    def ask(self, method, path, body=None, headers=None, session=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = dict(headers or {})
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
            headers.setdefault("Content-Type", "application/json")
        if session:
            headers["Cookie"] = session.cookie
            if method != "GET":
                headers.setdefault("X-CSRF", session.csrf)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.bytes = answer.read()
        connection.close()
        return answer

    def json(self, *words, **more):
        return json.loads(self.ask(*words, **more).bytes)

    def sign_in(self, role):
        return Session(self.ask("POST", "/api/v1/session", {"name": role, "password": SECRET}))

    def stop(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(timeout=30)


class Session:
    def __init__(self, answer):
        check("signing in is answered", answer.status == 200, answer.bytes)
        self.header = answer.getheader("Set-Cookie", "")
        self.cookie = self.header.partition(";")[0]
        self.csrf = json.loads(answer.bytes)["csrf"]


@contextlib.contextmanager
def serving(home, *options):
    server = Server(home, *options)
    try:
        yield server
    finally:
        check("SIGTERM ends it with 0", server.stop() == 0, server.lines[-3:])


def misfits(value, schema, schemas, at="$"):
    """What of `value` is not as its JSON Schema says: the part of the standard that openapi.json uses."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
             "null": type(None)}
    types = schema.get("type", list(kinds))
    if not any(isinstance(value, kinds[t]) and not (t != "boolean" and isinstance(value, bool))
               for t in ([types] if isinstance(types, str) else types)):
        return [f"{at}: {value!r} is no {types}"]
    found = []
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: {value!r} is none of {schema['enum']}")
    if isinstance(value, dict):
        found += [f"{at}: no {name}" for name in schema.get("required", []) if name not in value]
        for name, part in schema.get("properties", {}).items():
            if name in value:
                found += misfits(value[name], part, schemas, f"{at}.{name}")
    if isinstance(value, list) and "items" in schema:
        for number, part in enumerate(value[:50]):
            found += misfits(part, schema["items"], schemas, f"{at}[{number}]")
    return found


def body_for(path, method):
    """A body that makes sense, so that whoever may ask is answered."""
    return {("/api/v1/session", "post"): {"name": "nobody", "password": "wrong passphrase"},
            ("/api/v1/checks/text", "post"): {"texts": [CODE]},
            ("/api/v1/checks/photo", "post"): b"no photo",
            ("/api/v1/labels/preview", "post"): {"product": PRODUCT, "template": "jar-60x40"},
            ("/api/v1/runs", "post"): {"product": PRODUCT, "template": "jar-60x40", "count": 2},
            ("/api/v1/list-proposals", "post"): b"no spreadsheet",
            ("/api/v1/checks/record", "post"): {"checks": []},
            ("/api/v1/publish", "post"): {"passphrase": "wrong"},
            ("/api/v1/printers/{name}", "put"): {"measured": [20, 20, 20]},
            }.get((path, method), {} if method in ("post", "put") else None)


def every_route_as_every_role(server):
    document = server.json("GET", "/api/v1/openapi.json")
    schemas = document["components"]["schemas"]
    sessions = {"everyone": None} | {role: server.sign_in(role) for role in ROLES}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            allowed = operation["x-roles"]
            if path == "/api/v1/session" and method == "delete":
                continue # ends the session; has a case of its own
            for role, session in sessions.items():
                may = "everyone" in allowed or role in allowed
                target = (path.replace("{key}", PRODUCT).replace("{name}", "jar-60x40").replace("{id}", "none")
                          .replace("{serial}", "NONE"))
                answer = server.ask(method.upper(), target, body_for(path, method), session=session)
                who = f"{method.upper()} {path} as {role}"
                if not may:
                    check(f"{who} is refused", answer.status == (403 if session else 401), answer.status)
                else:
                    check(f"{who} is not refused", answer.status not in (401, 403) or path.endswith("/session"),
                          answer.bytes)
                check(f"{who} does not fail", answer.status < 500, answer.bytes)
                schema = operation["responses"].get(str(answer.status), operation["responses"]["default"])
                for kind, part in schema.get("content", {}).items():
                    check(f"{who}: {answer.status} is {kind}", answer.getheader("Content-Type", "").startswith(kind),
                          answer.getheader("Content-Type"))
                    found = misfits(json.loads(answer.bytes), part["schema"], schemas)
                    check(f"{who}: {answer.status} keeps to its schema", not found, found[:5])
                if session and method != "get" and may:
                    without = server.ask(method.upper(), target, body_for(path, method), {"X-CSRF": "guessed"}, session)
                    check(f"{who} needs the session's token", without.status == 403 or path.endswith("/session"),
                          without.status)
    check("the walk saw the routes", len(document["paths"]) > 12, len(document["paths"]))


def without_times(text):
    document = json.loads(text)
    for file in document["files"]:
        file.pop("ms")
    return document


def same_answers_as_the_command_line(server, home):
    texts = [CODE, "https://id.ocop.vn/01/09520000010003", "https://evil.example/01/09521234543213/10/X", "xin chào",
             "https://id.ocop.vn/sp/PKHONGCO1/lo/A"]
    ours = server.ask("POST", "/api/v1/checks/text?lang=en", {"texts": texts})
    theirs = temsao(home, "--lang", "en", "--json", "trace", "check", *texts)
    check("texts: the API says what the command line says", without_times(ours.bytes) == without_times(theirs.stdout),
          ours.bytes)
    temsao(home, "label", PRODUCT, "-o", "photo.png", cwd=home)
    shutil.copy(home / "photo.png", home / "photo")
    photo = (home / "photo").read_bytes()
    ours = server.ask("POST", "/api/v1/checks/photo?lang=en", photo)
    theirs = temsao(home, "--lang", "en", "--json", "verify", "photo", cwd=home)
    check("photo: the API says what the command line says", ours.status == 200
          and without_times(ours.bytes) == without_times(theirs.stdout), ours.bytes)
    check("and it read a label there", len(json.loads(ours.bytes)["files"][0]["labels"]) == 1, ours.bytes)


def hostile_uploads(server):
    for name, body in {"nothing": b"", "noise": os.urandom(5000), "a page": b"<html><script>alert(1)</script>",
                       "a drawing": b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
                       "half a PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\x02\0\0\0",
                       "a polyglot": b"GIF89a<script>//" + b"PK\3\4" + b"\0" * 500}.items():
        answer = server.ask("POST", "/api/v1/checks/photo", body)
        check(f"{name} is a clear 4xx", 400 <= answer.status < 500
              and answer.getheader("Content-Type") == "application/problem+json", (answer.status, answer.bytes))
    # ten metres of white in a few kilobytes
    huge = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in (
            (b"IHDR", struct.pack(">IIBBBBB", 30000, 30000, 1, 0, 0, 0, 0)),
            (b"IDAT", zlib.compress(bytes(3751 * 30000), 9)), (b"IEND", b"")))
    answer = server.ask("POST", "/api/v1/checks/photo", huge)
    check("a picture that would fill the memory is a clear 4xx", answer.status == 422
          and answer.getheader("Content-Type") == "application/problem+json", (len(huge), answer.status, answer.bytes))
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        line.sendall(b"POST /api/v1/checks/photo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n" + b"x" * 9000)
        check("a body that would be too large is answered at once", b" 413 " in line.recv(400))
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        line.sendall(b"POST /api/v1/session HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        with contextlib.suppress(OSError):
            for _ in range(100):
                line.sendall(b"1000\r\n" + b"x" * 4096 + b"\r\n")
        check("one that grows too large in pieces as well", b" 413 " in line.recv(400))
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 40000 + b"\r\n\r\n")
        check("an endless header too", b" 431 " in line.recv(400))
    for path in ("/studio/../../CMakeLists.txt", "/studio/%2e%2e/%2e%2e/DESIGN.md", "/studio/..%2f..%2fDESIGN.md",
                 "/scan/%00", "//etc/passwd", "/assets/.hidden", "/api/v1/templates/..%2f..%2fsecret/preview.svg"):
        with socket.create_connection(("127.0.0.1", server.port)) as line:
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
            got = line.recv(4000)
            check(f"{path} leads nowhere", re.match(rb"HTTP/1.1 (404|401|400) ", got), got)


def hostile_spreadsheets(server, home):
    """Bombs, polyglots and names that lead elsewhere: a clear 4xx, in seconds, and nothing outside of the server's folders."""
    office = server.sign_in("office")
    sheet, types = "xl/worksheets/sheet1.xml", "[Content_Types].xml"

    def book(**parts):
        bytes_ = io.BytesIO()
        with zipfile.ZipFile(bytes_, "w", zipfile.ZIP_DEFLATED) as out:
            for name, text in ({types: "<Types/>", "xl/workbook.xml": "<workbook><sheets><sheet name='a' sheetId='1'/></sheets>"
                                "</workbook>"} | parts).items():
                out.writestr(name, text)
        return bytes_.getvalue()
    bomb = book(**{sheet: b"<worksheet><sheetData>" + b" " * (1 << 29)})
    laughs = ("<!DOCTYPE a [<!ENTITY a '" + "ha" * 1000 + "'>" + "".join(
        f"<!ENTITY a{n} '{f'&a{n - 1 or str()};' * 50}'>" for n in range(1, 9)) + "]><worksheet><sheetData><row><c t='str'><v>&a8;</v>"
        "</c></row></sheetData></worksheet>")
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as out:
        for number in range(40000):
            out.writestr(f"xl/{number}.xml", "")
    hostile = {"a bomb": bomb, "a billion laughs": book(**{sheet: laughs}), "forty thousand members": many.getvalue(),
               "a way out of the folder": book(**{"../../../evil.xml": "x", "/etc/evil": "x"}),
               "half a book": bomb[:5000], "a drawing with a script": b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
               "a picture and a book": b"\x89PNG\r\n\x1a\n" + book(**{sheet: "<worksheet/>"}),
               "a program": pathlib.Path("/bin/true").read_bytes(), "noise": os.urandom(5000), "nothing": b""}
    files = lambda: sorted(path for path in home.rglob("*") if path.is_file() or path.parent.name == "proposals")
    before = files()
    for extension in ("xlsx", "csv"):
        for name, body in hostile.items():
            start = time.monotonic()
            answer = server.ask("POST", "/api/v1/list-proposals?as_of=2026-11-20", body, {
                "X-File-Name": urllib.parse.quote("../../../../tmp/temsao-evil." + extension)}, office)
            check(f"{name} as .{extension} is a clear 4xx", 400 <= answer.status < 500
                  and answer.getheader("Content-Type") == "application/problem+json", (answer.status, answer.bytes))
            check(f"{name} as .{extension} takes seconds at most", time.monotonic() - start < 25, time.monotonic() - start)
    check("and leaves nothing behind", files() == before and not list(pathlib.Path("/tmp").glob("temsao-evil*")),
          [path for path in files() if path not in before])
    waiting = server.json("GET", "/api/v1/list-proposals", session=office)
    check("no list waits for approval", waiting == [], waiting)
    for name, kept in {"/etc/passwd.csv": "passwd.csv", "..\\..\\windows\\a.csv": "a.csv", "....csv": "danh-sach.csv", "-rf.csv": "rf.csv",
                       "a\0b\n.csv": None, ".htaccess": "danh-sach.csv", "x" * 500 + ".csv": "danh-sach.csv",
                       "--as-of.csv": "as-of.csv"}.items():
        answer = server.ask("POST", "/api/v1/list-proposals?as_of=2026-11-20", (ROOT / "samples/ha-tinh/danh-sach.csv").read_bytes(),
                            {"X-File-Name": urllib.parse.quote(name)}, office)
        source = json.loads(answer.bytes).get("source", "")
        check(f"a file named {name[:30]!r} is taken under a plain name", answer.status == 201 and re.fullmatch(r"[\w -][\w .-]*", source)
              and not source.startswith("-") and (source == kept or kept is None), (answer.status, answer.bytes[:300]))
        server.ask("DELETE", "/api/v1/list-proposals/" + json.loads(answer.bytes).get("id", ""), session=office)


def stalled_connections(server):
    """200 connections that say half a header and no more, and 50 that dribble, do good requests no harm."""
    def median():
        times = []
        for _ in range(21):
            start = time.monotonic()
            answer = server.ask("POST", "/api/v1/checks/text", {"texts": [CODE]})
            times.append(time.monotonic() - start)
            check("a good request is answered", answer.status == 200, answer.bytes)
        return sorted(times)[10]
    alone = median()
    lines = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(250)]
    for line in lines:
        line.sendall(b"POST /api/v1/checks/text HTTP/1.1\r\nHost: a\r\nContent-Le")
    for _ in range(3):
        for line in lines[:50]:
            line.sendall(b"n")
    beside = median()
    check("beside 250 stalled connections a good request takes no longer", beside < max(0.1, 3 * alone), (alone, beside))
    open_now = re.search(r"temsao_connections (\d+)", server.ask("GET", "/metrics").bytes.decode())
    check("and they were there meanwhile", int(open_now[1]) >= 250, open_now[1])
    for line in lines:
        line.close()


def print_runs(server, session):
    wish = {"product": PRODUCT, "template": "jar-60x40", "count": 3, "format": "pdf"}
    first = server.ask("POST", "/api/v1/runs", wish, {"Idempotency-Key": "a"}, session)
    again = server.ask("POST", "/api/v1/runs", wish, {"Idempotency-Key": "a"}, session)
    other = server.ask("POST", "/api/v1/runs", wish | {"count": 4}, {"Idempotency-Key": "a"}, session)
    check("a run is taken on", first.status == 202, first.bytes)
    check("the same key again is the same run", again.bytes == first.bytes, again.bytes)
    check("the same key for another wish is refused", other.status == 409, other.bytes)
    run = wait_for(server, session, json.loads(first.bytes)["id"])
    check("it is made", run["state"] == "done" and run["files"] == 1, run)
    file = server.ask("GET", f"/api/v1/runs/{run['id']}/file", session=session)
    check("its file is a PDF", file.status == 200 and file.bytes.startswith(b"%PDF"), file.status)
    known = server.ask("GET", f"/api/v1/runs/{run['id']}/file", None, {"If-None-Match": file.getheader("ETag")}, session)
    check("known by its tag", known.status == 304 and not known.bytes, known.status)
    long = server.json("POST", "/api/v1/runs", wish | {"count": 5000, "serials": True}, session=session)["id"]
    server.ask("DELETE", f"/api/v1/runs/{long}", session=session)
    run = wait_for(server, session, long)
    check("a long run is cancelled", run["state"] == "cancelled" and run["files"] == 0, run)
    bad = server.json("POST", "/api/v1/runs", wish | {"template": "nowhere"}, session=session)["id"]
    run = wait_for(server, session, bad)
    check("one that cannot be made says why", run["state"] == "failed" and "nowhere" in run["error"]["message"], run)
    listed = server.json("GET", "/api/v1/runs?limit=2", session=session)
    check("the history is in pages", len(listed["runs"]) == 2 and listed["next"], listed)


def serials(server, session, home):
    run = wait_for(server, session, server.json("POST", "/api/v1/runs", {
        "product": PRODUCT, "template": "jar-60x40", "count": 2, "serials": True}, session=session)["id"])
    first, second = (label["serial"] for label in run["labels"])
    known = server.json("GET", f"/api/v1/serials/{first}", session=session)
    check("a serial is known by its product and lot", known["product"] == PRODUCT and known["state"] == "printed", known)
    done = server.ask("POST", f"/api/v1/serials/{first}/void", {"reason": "rách"}, session=session)
    check("it is voided", done.status == 200
          and server.json("GET", f"/api/v1/serials/{first}", session=session)["state"] == "voided", done.bytes)
    again = server.ask("POST", f"/api/v1/serials/{first}/void", {"reason": "rách"}, session=session)
    check("once", again.status == 409, again.bytes)
    fresh = server.json("POST", f"/api/v1/serials/{second}/reissue", {"reason": "rách khi dán"}, session=session)
    check("another makes way for a fresh one", fresh["state"] == "reissued" and fresh["by"] != second, fresh)
    temsao(home, "log", "export", home / "log")
    entries = b"".join(file.read_bytes() for file in (home / "log").rglob("*") if file.is_file())
    check("and the log says why", f"by {fresh['by']}\nreason rách khi dán\n".encode() in entries, entries[-900:])


def the_office(server, home):
    office, admin, inspector = (server.sign_in(role) for role in ("office", "admin", "inspector"))
    name = {"X-File-Name": urllib.parse.quote("../../Danh sách tháng 12.xlsx")}
    posted = server.ask("POST", "/api/v1/list-proposals?as_of=2026-11-20", LIST.read_bytes(), name, office)
    proposal = json.loads(posted.bytes)
    check("a list is proposed, with report and difference", posted.status == 201
          and proposal["source"] == "Danh sách tháng 12.xlsx" and proposal["report"]["products"] > 10
          and proposal["difference"] == {"changes": []}, posted.bytes)
    check("nothing has changed yet", server.json("GET", "/api/v1/products")["as_of"] == "2026-11-01")
    path = f"/api/v1/list-proposals/{proposal['id']}"
    own = server.ask("POST", path + "/approval", {}, session=office)
    check("who proposed it does not approve it", own.status == 403, own.bytes)
    approved = server.ask("POST", path + "/approval", {}, session=admin)
    check("another person does", approved.status == 200 and json.loads(approved.bytes)["state"] == "approved",
          approved.bytes)
    check("then it is in force", server.json("GET", "/api/v1/products")["as_of"] == "2026-11-20")
    check("only once", server.ask("POST", path + "/approval", {}, session=admin).status == 409)

    valid = lambda: server.json("POST", "/api/v1/checks/text", {"texts": [CODE]})["files"][0]
    before = valid()
    revoked = server.ask("POST", "/api/v1/certificates/revocation", {"product": PRODUCT, "decision": "3763/QĐ-UBND"},
                         session=office)
    after = valid()
    check("a revocation counts from the next check on", revoked.status == 200 and before["verdict"] != "invalid"
          and after["verdict"] == "invalid", (revoked.bytes, before, after))

    temsao(home, "key", "new", "root", "--owner", "UBND tỉnh Mẫu")
    refused = server.ask("POST", "/api/v1/publish", {"passphrase": "not the one"}, session=office)
    published = server.ask("POST", "/api/v1/publish", {"passphrase": SECRET}, session=office)
    check("the list is signed with the right passphrase only", refused.status >= 400 and published.status == 200,
          (refused.bytes, published.bytes))
    bundle, signature = server.ask("GET", "/api/v1/bundle"), server.ask("GET", "/api/v1/bundle.minisig")
    check("and handed out with its signature", bundle.status == signature.status == 200
          and b"temsao bundle 1" in signature.bytes, signature.bytes)
    root = server.ask("GET", "/api/v1/bundle.pub")
    check("and with the key that it is signed with", root.status == 200
          and root.bytes == (home / "keys" / "root.pub").read_bytes(), root.bytes)
    check("known by its tag", server.ask("GET", "/api/v1/bundle", None,
                                         {"If-None-Match": bundle.getheader("ETag")}).status == 304)

    field = {"checks": [{"text": CODE, "at": "2026-11-24T09:00:00Z", "place": "Chợ Vinh", "verdict": "valid"}]}
    first = server.json("POST", "/api/v1/checks/record", field, session=inspector)
    second = server.json("POST", "/api/v1/checks/record", field, session=inspector)
    check("the same check twice is one", (first["added"], second["added"]) == (1, 0), (first, second))
    made = server.json("GET", "/api/v1/checks", session=inspector)
    check("checks are counted by place", made["by_place"][0] == {"place": "Chợ Vinh", "valid": 1, "inconclusive": 0,
                                                                 "check": 0, "invalid": 0}, made)
    deeds = server.json("GET", "/api/v1/deeds?limit=200", session=admin)["deeds"]
    check("the book says who did what", {"list proposed", "list approved", "certificate revoked", "list published",
                                         "print"} <= {deed["action"] for deed in deeds}, deeds)
    audit = server.json("GET", "/api/v1/log/audit", session=office)
    check("the log holds", audit["holds"] and audit["lots"], audit)


def only_its_own(server, home):
    """A producer's account sees nothing of another's products."""
    session = server.sign_in("producer")
    mine = server.json("GET", "/api/v1/products?limit=200", session=session)["products"]
    everyone = server.json("GET", "/api/v1/products?limit=200")["products"]
    check("its list is its own", mine and len({p["producer"] for p in mine}) == 1 and len(mine) < len(everyone), mine)
    other = next(p["key"] for p in everyone if p["producer"] != mine[0]["producer"] and p["status"] == "valid")
    for path in ("/api/v1/labels/preview", "/api/v1/runs"):
        answer = server.ask("POST", path, {"product": other, "template": "jar-60x40"}, session=session)
        check(f"{path} knows no other's product", answer.status == 404, answer.bytes)
    check("facts for printing are for its own only", "facts" not in server.json("GET", f"/api/v1/products/{other}",
                                                                              session=session)
          and "facts" in server.json("GET", f"/api/v1/products/{PRODUCT}", session=session))
    check("pages of the list follow each other without a gap", [
        p["key"] for after in ("", everyone[2]["key"])
        for p in server.json("GET", f"/api/v1/products?limit=3&after={after}")["products"]]
        == [p["key"] for p in everyone[:6]])


def product_pages(server):
    page = server.ask("GET", f"/01/{PRODUCT}/10/L1")
    text = page.bytes.decode()
    check("the shopper's page has product, stars, certificate, lot and what to do", page.status == 200
          and page.getheader("Content-Type").startswith("text/html") and 'lang="vi"' in text and re.search("[345] sao", text)
          and "L1" in text and "Giấy chứng nhận" in text and "quản lý thị trường" in text, text)
    check("and no script", "<script" not in text and "unsafe-inline" not in page.getheader("Content-Security-Policy"))
    english = server.ask("GET", f"/01/{PRODUCT}/10/L1?lang=en").bytes.decode()
    check("English is one tap away", f"/01/{PRODUCT}/10/L1?lang=en" in text and "Certificate" in english, english)
    check("nobody's phone number", not re.search(r"0\d{9}(?!\d)", re.sub(r"\d{13,}", "", text)), text)
    links = server.ask("GET", f"/01/{PRODUCT}/10/L1", None, {"Accept": "application/linkset+json"})
    linkset = json.loads(links.bytes)["linkset"][0]
    check("the set of links", links.getheader("Content-Type") == "application/linkset+json"
          and linkset["anchor"].endswith(f"/01/{PRODUCT}/10/L1")
          and {"https://gs1.org/voc/defaultLink", "https://gs1.org/voc/pip"} <= set(linkset), links.bytes)
    check("also as ?linkType=linkset", server.json("GET", f"/01/{PRODUCT}?linkType=linkset")["linkset"])
    to_page = server.ask("GET", f"/01/{PRODUCT}/10/L1?linkType=gs1:pip&17=270101")
    check("a kind of link leads there, and the code's own parameters come along",
          to_page.status == 307 and to_page.getheader("Location") == f"/01/{PRODUCT}/10/L1?17=270101",
          to_page.getheaders())
    for path, status in {f"/01/{PRODUCT}?linkType=gs1:recipeInfo": 404, "/01/09521234543213/10/X": 404,
                         "/01/09521234543214/10/X": 400, "/01/abc": 400, f"/01/{PRODUCT}/10/": 400,
                         "/01/9520000010003/10/L1": 308, "/sp/NOSUCH1/lo/A": 404, "/sp/": 400}.items():
        answer = server.ask("GET", path)
        check(f"{path} is {status}", answer.status == status, (answer.status, answer.bytes[:900]))
    told = server.ask("GET", "/01/abc", None, {"Accept": "application/json"})
    check("trouble as JSON for whoever asks for JSON", json.loads(told.bytes)["status"] == 400, told.bytes)
    options = server.ask("OPTIONS", f"/01/{PRODUCT}")
    check("other sites may ask", options.status == 204 and options.getheader("Access-Control-Allow-Origin") == "*")
    check("the resolver describes itself",
          server.json("GET", "/.well-known/gs1resolver")["supportedPrimaryKeys"] == ["01"])
    evil = server.ask("GET", "/01/" + PRODUCT + "/10/%3Cscript%3Ealert(1)")
    check("what a code holds is only shown", b"<script" not in evil.bytes, evil.bytes)


def wait_for(server, session, run_id):
    for _ in range(6000 if "TEMSAO_SANITIZE" in os.environ else 600):
        run = server.json("GET", f"/api/v1/runs/{run_id}", session=session)
        if run["state"] in ("done", "failed", "cancelled"):
            break
        time.sleep(0.05)
    return run


def sessions(server):
    session = server.sign_in("office")
    check("its cookie is for HTTP alone, and for this site alone",
          "HttpOnly" in session.header and "SameSite=Strict" in session.header, session.header)
    check("who is there", server.json("GET", "/api/v1/session", session=session)["user"] == "office")
    wrong_word = server.ask("POST", "/api/v1/session", {"name": "office", "password": "not this"})
    unknown = server.ask("POST", "/api/v1/session", {"name": "nobody-here", "password": "not this"})
    check("which of name and passphrase is wrong is not told",
          wrong_word.status == unknown.status == 401 and wrong_word.bytes == unknown.bytes, unknown.bytes)
    form = server.ask("POST", "/api/v1/session", "name=office", {"Content-Type": "application/x-www-form-urlencoded"})
    check("a form of another site signs nobody in", form.status == 415, form.status)
    out = server.ask("DELETE", "/api/v1/session", session=session)
    check("signed out is out", out.status == 200
          and server.json("GET", "/api/v1/session", session=session)["user"] is None, out.bytes)
    answers = [] # ten a minute; a minute may just begin
    while len(answers) < 21 and 429 not in answers:
        answers.append(server.ask("POST", "/api/v1/session", {"name": "guessed", "password": "x"}).status)
    check("guessing is slowed down", answers[0] == 401 and answers[-1] == 429, answers)
    log = "".join(server.lines)
    check("the log names no person and no product", '"route"' in log and not re.search(f"office|{PRODUCT}|127.0", log), log)


def rate_limits(server):
    through_proxy = {"X-Forwarded-For": "192.0.2.7"}
    ask = "/api/v1/checks/photo?date=never" # answered at once, so that all of them fall into two minutes at most
    codes = []
    while len(codes) < 122 and 429 not in codes:
        codes.append(server.ask("POST", ask, b"x", through_proxy).status)
    check("one address may not take everything", len(codes) > 60 and codes[0] == 400 and codes[-1] == 429, codes)
    check("another one may", server.ask("POST", ask, b"x", {"X-Forwarded-For": "192.0.2.8"}).status == 400)


def safety_headers(server):
    for path in ("/healthz", "/api/v1/products", "/nowhere"):
        answer = server.ask("GET", path)
        check(f"{path} may run nothing", "default-src 'none'" in answer.getheader("Content-Security-Policy", "")
              and answer.getheader("X-Content-Type-Options") == "nosniff", answer.getheaders())


def pages(home):
    folder = home / "pages"
    (folder / "scan").mkdir(parents=True)
    (folder / "scan/index.html").write_text("<!doctype html><title>x</title>")
    (folder / "scan/a.wasm").write_bytes(b"\0asm")
    (home / "secret.txt").write_text("secret")
    (folder / "scan/link.txt").symlink_to(home / "secret.txt")
    with serving(home, "--pages", folder) as server:
        page = server.ask("GET", "/scan/")
        policy = page.getheader("Content-Security-Policy", "")
        check("a page is served under a strict policy", page.status == 200 and b"doctype" in page.bytes
              and "script-src 'self' 'wasm-unsafe-eval'" in policy and "unsafe-inline" not in policy, policy)
        check("with a tag", server.ask("GET", "/scan/", None, {"If-None-Match": page.getheader("ETag")}).status == 304)
        check("WebAssembly by its type", server.ask("GET", "/scan/a.wasm").getheader("Content-Type") == "application/wasm")
        check("/scan leads to its folder", server.ask("GET", "/scan").getheader("Location") == "/scan/")
        check("a link leads out of nothing", server.ask("GET", "/scan/link.txt").status == 404)
        head = server.ask("HEAD", "/scan/")
        check("HEAD has no body", head.status == 200 and head.bytes == b"" and head.getheader("Content-Length") == "31",
              head.getheaders())


def encrypted(home):
    """Its own certificate: HTTPS, the cookie for HTTPS alone; half a handshake and plain words harm nobody."""
    key, certificate = home / "server.key", home / "server.pem"

    def make_certificate():
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                        "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out",
                        certificate], check=True, capture_output=True)
    make_certificate()
    only_one = temsao(home, "serve", "--listen", "127.0.0.1:0", "--cert", certificate)
    check("a certificate without its key is refused", only_one.returncode == 64 and "--key" in only_one.stderr,
          only_one.stderr)
    with serving(home, "--cert", certificate, "--key", key) as server:
        stalled = socket.create_connection(("127.0.0.1", server.port))
        with socket.create_connection(("127.0.0.1", server.port)) as plain:
            plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
            with contextlib.suppress(ConnectionError):
                check("plain words get no page", b"200" not in plain.recv(200))
        trust = ssl.create_default_context(cafile=certificate)
        connection = http.client.HTTPSConnection("127.0.0.1", server.port, timeout=30, context=trust)
        connection.request("POST", "/api/v1/session", json.dumps({"name": "office", "password": SECRET}),
                           {"Content-Type": "application/json"})
        answer = connection.getresponse()
        check("HTTPS answers, its cookie goes over HTTPS alone", answer.status == 200
              and "Secure" in answer.getheader("Set-Cookie") and answer.getheader("Strict-Transport-Security"),
              answer.getheaders())
        connection.close()

        def shown():
            return ssl.get_server_certificate(("127.0.0.1", server.port)).strip()
        first = certificate.read_text().strip()
        certificate.write_text("no certificate at all")
        check("a renewed certificate that is broken leaves the old one in use", shown() == first and shown() == first)
        make_certificate()
        check("a renewed one is taken without a new start", shown() == certificate.read_text().strip() != first)
        stalled.close()
    kept = [line for line in server.lines if "stays in use" in line]
    check("and it is told, once", len(kept) == 1 and str(certificate) in kept[0], server.lines)
    broken = temsao(home, "serve", "--listen", "127.0.0.1:0", "--cert", key, "--key", key)
    check("a wrong file is named", broken.returncode == 65 and "server.key" in broken.stderr, broken.stderr)


def in_the_house(home):
    """--lan: TLS by an authority of its own, a code on the terminal that pairs a phone, and nothing more over plain HTTP."""
    def start():
        server = Server(home, "--lan")
        until = time.monotonic() + 20
        while not any(re.fullmatch("([0-9A-F]{2}:){31}[0-9A-F]{2}\n", line) for line in server.lines) and time.monotonic() < until:
            time.sleep(0.05)
        return server
    server = start()
    told = "".join(server.lines)
    pairing = re.search(r"http://127\.0\.0\.1:(\d+)/lan", told)
    authority = home / "lan/ca.pem"
    check("what was made is told", str(authority) in told and str(home / "lan/server.pem") in told, told)
    secure = http.client.HTTPSConnection("127.0.0.1", server.port, timeout=30,
                                         context=ssl.create_default_context(cafile=authority))
    secure.request("GET", "/healthz")
    check("whoever trusts this authority alone is answered", secure.getresponse().status == 200)
    secure.close()

    def plain(path, method="GET"):
        connection = http.client.HTTPConnection("127.0.0.1", int(pairing[1]), timeout=30)
        connection.request(method, path)
        answer = connection.getresponse()
        answer.bytes = answer.read()
        connection.close()
        return answer
    page = plain("/lan?lang=en").bytes.decode()
    check("the page that pairs leads to the certificate and the server", "/lan/tem-sao-ca.crt" in page
          and f"https://127.0.0.1:{server.port}/" in page, page)
    sent = plain("/lan/tem-sao-ca.crt")
    check("the certificate is the authority's", sent.getheader("Content-Type") == "application/x-x509-ca-cert"
          and sent.bytes == ssl.PEM_cert_to_DER_cert(authority.read_text()), sent.bytes)
    fingerprint = ":".join(f"{byte:02X}" for byte in hashlib.sha256(sent.bytes).digest())
    check("its fingerprint stands on the terminal, not on the page", fingerprint in told and fingerprint not in page, told)
    for path in ("/studio/", "/api/v1/session", "/healthz", "/lan/ca.key", "/01/" + PRODUCT):
        check(f"{path} is not there over plain HTTP", plain(path).status == 404)
    check("nothing can be sent there", plain("/api/v1/session", "POST").status == 405)

    # the code as a camera sees it: lit where the terminal is
    rows = []
    for line in re.findall("^[█▀▄ ]+$", told, re.M):
        rows += [[c in "█▀" for c in line], [c in "█▄" for c in line]]
    for name, on in (("dark", 255), ("light", 0)):
        picture = home / f"terminal-{name}.png"
        write_png(picture, [[on if lit else 255 - on for lit in row for _ in range(6)] for row in rows for _ in range(6)])
        read = json.loads(temsao(home, "--json", "verify", picture).stdout)["files"][0]["labels"]
        check(f"the code on a {name} terminal is the page's address", [label["text"] for label in read] == [pairing[0]], read)
    check("it ends", server.stop() == 0, server.lines[-3:])

    server = start()
    check("the next start makes nothing new", fingerprint in "".join(server.lines) and "ca.pem" not in "".join(server.lines)
          and server.stop() == 0, server.lines)
    # its key, stolen, is of no use elsewhere
    for name, status in (("DNS:ocop.example.vn", 2), ("IP:8.8.8.8", 2), ("IP:192.168.7.7", 0)):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                        "2", "-subj", "/CN=x", "-addext", "basicConstraints=critical,CA:FALSE", "-addext",
                        f"subjectAltName={name}", "-CA", authority, "-CAkey", home / "lan/ca.key", "-keyout", "/dev/null",
                        "-out", home / "x.pem"], check=True, capture_output=True)
        seen = subprocess.run(["openssl", "verify", "-CAfile", authority, home / "x.pem"], capture_output=True, text=True)
        check(f"the authority {'cannot' if status else 'can'} speak for {name}", seen.returncode == status, seen.stderr)
    for words, code in ((("--lan", "--listen", "8.8.8.8:0"), "8.8.8.8"), (("--lan", "--cert", "a", "--key", "b"), "--cert")):
        refused = temsao(home, "serve", *words)
        check(f"{words} is refused", refused.returncode == 64 and code in refused.stderr, refused.stderr)


def secrets_at_rest(home):
    """Passwords are kept as Argon2id makes them, and nowhere as they are."""
    kept = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    check("passwords are kept as Argon2id", any(b"$argon2id$v=19$" in one for one in kept))
    check("and never as they are", not any(SECRET.encode() in one for one in kept))


def write_png(path, rows):
    """Grey, eight bits."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + bytes(row) for row in rows))) + chunk(b"IEND", b""))


def decoder_that_hangs(home):
    """A decoder that crashes or never ends costs its own request, nothing else; when all are busy, others hear 503."""
    stand_in = home / "bin"
    stand_in.mkdir()
    (stand_in / "temsao").write_bytes(PROGRAM.read_bytes())
    (stand_in / "temsao").chmod(0o755)
    global PROGRAM_NOW
    PROGRAM_NOW = stand_in / "temsao"
    try:
        with serving(home) as server:
            # what it starts for each photo is the file under its own name: from here on another program lies there
            (stand_in / "temsao").unlink()
            (stand_in / "temsao").write_text("#!/bin/sh\nsleep 1; kill -SEGV $$\n")
            (stand_in / "temsao").chmod(0o755)
            codes = []
            askers = [threading.Thread(target=lambda: codes.append(
                server.ask("POST", "/api/v1/checks/photo", b"x"))) for _ in range(24)]
            for asker in askers:
                asker.start()
            time.sleep(0.5)
            start = time.monotonic()
            good = server.ask("POST", "/api/v1/checks/text", {"texts": [CODE]})
            check("meanwhile a good request is answered", good.status == 200 and time.monotonic() - start < 1.5,
                  time.monotonic() - start)
            busy = [answer for answer in codes if answer.status == 503]
            check("with the queue full others are told to come back", busy and busy[0].getheader("Retry-After"), codes)
    finally:
        PROGRAM_NOW = PROGRAM
    for asker in askers:
        asker.join()
    check("a crash is that request's trouble", {answer.status for answer in codes} <= {422, 503}
          and 422 in {answer.status for answer in codes}, [answer.status for answer in codes])


def restart(home):
    """What is waiting or under way when it ends, also by a kill, is there after the next start; so is who was signed in."""
    server = Server(home)
    session = server.sign_in("office")
    runs = [server.json("POST", "/api/v1/runs", {"product": PRODUCT, "template": "jar-60x40", "count": 2000,
                                                "serials": True}, session=session)["id"] for _ in range(2)]
    server.stop(signal.SIGKILL)
    with serving(home) as server:
        check("a session outlives a kill", server.json("GET", "/api/v1/session", session=session)["user"] == "office")
        states = [wait_for(server, session, run)["state"] for run in runs]
        check("no run is lost", states == ["done", "done"], states)


def drained(home):
    """SIGTERM: what was asked is answered, then it ends; nothing new is taken."""
    server = Server(home)
    line = socket.create_connection(("127.0.0.1", server.port))
    idle = socket.create_connection(("127.0.0.1", server.port))
    body = json.dumps({"texts": [CODE] * 1000}).encode()
    line.sendall(b"POST /api/v1/checks/text HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:-1])
    time.sleep(0.3)
    server.process.send_signal(signal.SIGTERM)
    time.sleep(0.3)
    line.sendall(body[-1:])
    got = b""
    while part := line.recv(1 << 16):
        got += part
    check("a request under way is answered", got.startswith(b"HTTP/1.1 200 ") and got.rstrip().endswith(b"}"), got[:300])
    check("and the server ends", server.process.wait(timeout=10) == 0)
    check("idle connections are closed", idle.recv(10) == b"")


def two_servers(folder, store):
    """Each with a data directory of its own, on one PostgreSQL: they agree."""
    homes = [folder / "one", folder / "two"]
    for home in homes:
        temsao(home, "list", "import", LIST, "--as-of", "2026-11-01")
    for role in ("office", "admin"):
        temsao(homes[0], "account", "add", role, "--role", role, "--store", store)
    with serving(homes[0], "--store", store) as one, serving(homes[1], "--store", store) as two:
        session = one.sign_in("office")
        check("who is signed in at one is signed in at the other",
              two.json("GET", "/api/v1/session", session=session)["user"] == "office")
        run = wait_for(one, session, one.json("POST", "/api/v1/runs", {
            "product": PRODUCT, "template": "jar-60x40", "count": 2, "serials": True}, session=session)["id"])
        serial = run["labels"][0]["serial"]
        two.ask("POST", f"/api/v1/serials/{serial}/void", {"reason": "rách"}, session=session)
        seen = one.json("GET", f"/api/v1/serials/{serial}", session=session)
        check("a serial printed at one and voided at the other is void at both", seen["state"] == "voided", seen)
        for attempt in ("a", "b"): # within one minute of the clock
            minute = int(time.time()) // 60
            codes = [server.ask("POST", "/api/v1/session", {"name": f"guessed-{attempt}", "password": "x"}).status
                     for _ in range(6) for server in (one, two)]
            if int(time.time()) // 60 == minute:
                check("ten guesses a minute at both together", codes.count(401) == 10 and codes[-1] == 429, codes)
                break
        one.ask("POST", "/api/v1/certificates/revocation", {"product": PRODUCT, "decision": "1/QĐ-UBND"}, session=session)
        verdict = ""
        until = time.monotonic() + 10
        while verdict != "invalid" and time.monotonic() < until:
            verdict = two.json("POST", "/api/v1/checks/text", {"texts": [CODE]})["verdict"]
            time.sleep(0.2)
        check("a revocation at one counts at the other within seconds", verdict == "invalid", verdict)


def main():
    if len(sys.argv) > 2:
        with tempfile.TemporaryDirectory(prefix="temsao-servers-") as folder:
            two_servers(pathlib.Path(folder), sys.argv[2])
        print("\n".join(wrong) or "two servers agree")
        return bool(wrong)
    with tempfile.TemporaryDirectory(prefix="temsao-serve-") as folder:
        home = pathlib.Path(folder) / "home"
        settle(home)
        with serving(home) as server:
            every_route_as_every_role(server)
            same_answers_as_the_command_line(server, home)
            hostile_uploads(server)
            hostile_spreadsheets(server, home)
            stalled_connections(server)
            product_pages(server)
            only_its_own(server, home)
            print_runs(server, server.sign_in("producer"))
            serials(server, server.sign_in("producer"), home)
            sessions(server)
            rate_limits(server)
            safety_headers(server)
        pages(home)
        encrypted(home)
        in_the_house(home)
        decoder_that_hangs(home)
        restart(home)
        with serving(home) as server:
            the_office(server, home)
        drained(home)
        secrets_at_rest(home)
    print("\n".join(wrong) or "the server holds")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
