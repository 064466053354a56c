#!/usr/bin/env python3
"""JSON that is deep, wide, long or broken, at every door that reads JSON from outside: each route of the server with a
JSON body, as everyone and as each role, and each file with JSON that a command reads. Nothing may crash; the server
answers everything with a clear 4xx and goes on answering.

    json_bombs.py PROGRAM"""
import http.client
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = pathlib.Path(sys.argv[1]).resolve()
LIST = ROOT / "samples/ha-tinh/danh-sach.csv"
PRODUCT = "09520000010003"
SECRET = "mật khẩu của bài thử"
ROLES = ("producer", "inspector", "office", "admin")
PASSED_ON = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
wrong = []


def bombs(most_bytes):
    """By name; none longer than a route takes."""
    deep = most_bytes // 2 - 40
    wide = most_bytes // 12 - 10
    values = most_bytes // 2 - 40
    return {
        "deep arrays, then a member": '{"a":' + "[" * deep + "]" * deep + ',"b":1}',
        "deep objects": '{"a":' * (deep // 3) + "1" + "}" * (deep // 3),
        "deep and never closed": '{"a":' + "[" * deep,
        "very many members": "{" + ",".join(f'"m{i:07}":0' for i in range(wide)) + "}",
        "one member again and again": "{" + ",".join(['"same":0'] * wide) + "}",
        "very many values": '{"texts":[' + ",".join(["0"] * values) + "]}",
        "one long text": '{"texts":["' + "x" * (most_bytes - 40) + '"]}',
        "a number without end": '{"texts":' + "9" * (most_bytes - 40) + "}",
        "no UTF-8": b'{"texts":["\xff\xfe"]}',
        "cut short": '{"texts":["',
        "an array": "[1]",
        "nothing": "",
        "a NUL": '{"te\0xts":[]}',
    }


def check(what, holds, seen=""):
    if not holds:
        wrong.append(f"{what}\n    {str(seen)[:600]}")


def environment(home):
    return {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(home), "TEMSAO_PASSPHRASE": SECRET} | PASSED_ON


def temsao(home, *words):
    return subprocess.run([PROGRAM, "--home", home, *map(str, words)], capture_output=True, text=True,
                          env=environment(home))


class Server:
    def __init__(self, home):
        self.process = subprocess.Popen([PROGRAM, "--home", home, "--lang", "en", "serve", "--listen", "127.0.0.1:0"],
                                        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
                                        env=environment(home))
        first = self.process.stderr.readline()
        found = re.search(r":(\d+)/", first)
        if not found:
            sys.exit(f"the server did not start: {first}{self.process.stderr.read()}")
        self.port = int(found[1])

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        if isinstance(body, str):
            body = body.encode()
        connection.request(method, path, body, {"Content-Type": "application/json"} | (headers or {}))
        answer = connection.getresponse()
        answer.bytes = answer.read()
        connection.close()
        return answer

    def sign_in(self, role):
        answer = self.ask("POST", "/api/v1/session", json.dumps({"name": role, "password": SECRET}))
        check(f"{role} can sign in", answer.status == 200, answer.bytes)
        return {"Cookie": answer.getheader("Set-Cookie", "").partition(";")[0],
                "X-CSRF": json.loads(answer.bytes).get("csrf", "")}


def routes_with_json(server):
    document = json.loads(server.ask("GET", "/api/v1/openapi.json").bytes)
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if "application/json" in operation.get("requestBody", {}).get("content", {}):
                target = path.replace("{key}", PRODUCT).replace("{name}", "may-in").replace("{id}", "none")
                yield method.upper(), target.replace("{serial}", "NONE"), operation["x-roles"]


def at_every_route(home):
    server = Server(home)
    sessions = {"everyone": {}} | {role: server.sign_in(role) for role in ROLES}
    tried = 0
    for method, path, roles in routes_with_json(server):
        most = (4 << 20) if path.endswith("/checks/text") else 64 * 1024
        who = next(role for role in sessions if role in roles or "everyone" in roles)
        for name, body in bombs(most).items():
            answer = server.ask(method, path, body, sessions[who])
            check(f"{method} {path} as {who}: {name} is a clear 4xx", 400 <= answer.status < 500, answer.bytes)
            check(f"{method} {path}: {name} is answered as a problem",
                  answer.getheader("Content-Type") == "application/problem+json", answer.getheader("Content-Type"))
            if "deep" in name and answer.status not in (401, 403, 429):
                check(f"{method} {path}: {name} names the rule", b"json.depth" in answer.bytes
                      or b"request.json" in answer.bytes or b"request.not_found" in answer.bytes, answer.bytes)
            tried += 1
        if server.process.poll() is not None:
            check(f"the server outlives {method} {path}", False, server.process.returncode)
            return
    check("every route with a JSON body was tried", tried >= 8 * len(bombs(4096)), tried)
    check("the server still answers", server.ask("GET", "/healthz").status == 200)
    server.process.send_signal(signal.SIGTERM)
    check("and stops as it should", server.process.wait() == 0, server.process.returncode)


def with_every_file(home):
    """Each file is made by the program where it can be, then replaced."""
    temsao(home, "stock", "calibrate", "may-in", "--measured", "20", "20", "20")
    folder = home / "tep"
    folder.mkdir()
    (folder / "a.png").write_bytes(b"no picture")
    key_line = "untrusted comment: x\n"
    for name, body in bombs(1 << 20).items():
        text = body if isinstance(body, bytes) else body.encode()
        for file, command in {
            "printers.json": ("stock", "list"),
            "sheets.json": ("stock", "list"),
            "checks.txt": ("checks", "merge", folder / "checks.txt"),
            "a.evidence": ("evidence", "check", folder / "a.evidence"),
            "journal": ("verify", folder / "a.png", "--journal", folder / "journal"),
        }.items():
            for target in (home / file, folder / file):
                target.write_bytes(text if file != "a.evidence" else b"temsao-evidence 1\n" + key_line.encode() + text)
            end = temsao(home, "--json", *command)
            check(f"{file}: {name} ends with an exit status of its own", end.returncode in (0, 1, 2, 64, 65, 66, 74),
                  (end.returncode, end.stderr))
            (home / file).unlink()


with tempfile.TemporaryDirectory() as folder:
    home = pathlib.Path(folder) / "home"
    home.mkdir()
    temsao(home, "list", "import", LIST, "--as-of", "2026-11-01")
    producer = json.loads(temsao(home, "--json", "list", "show", PRODUCT).stdout)["products"][0]["producer"]
    for role in ROLES:
        more = ("--producer", producer) if role == "producer" else ()
        check(f"an account for {role} is added", temsao(home, "account", "add", role, "--role", role,
                                                        *more).returncode == 0)
    at_every_route(home)
    with_every_file(home)

for one in wrong[:20]:
    print(one, file=sys.stderr)
print(f"json_bombs: {len(wrong)} wrong")
sys.exit(1 if wrong else 0)
