#!/usr/bin/env python3
"""JSON that is deep, wide, long or broken, at every door that reads JSON from outside: each route of the server with a
JSON body, as everyone and as each role, and each file with JSON that a command reads. Nothing may crash; the server
answers everything with a clear 4xx and goes on answering."""
import json

from server import PRODUCT, ROLES, check, is_clear_refusal, run, serving, temsao

JSON = {"Content-Type": "application/json"}
RULES = (b"json.depth", b"request.json", b"request.not_found")
OWN_STATUSES = (0, 1, 2, 64, 65, 66, 74)


def bombs(most_bytes):
    """By name; none longer than a route takes."""
    deep = most_bytes // 2 - 40
    wide = most_bytes // 13 - 10
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


def as_bytes(body):
    return body if isinstance(body, bytes) else body.encode()


def routes_with_json(server):
    document = server.json("GET", "/api/v1/openapi.json")
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if "application/json" in operation.get("requestBody", {}).get("content", {}):
                target = path.replace("{key}", PRODUCT).replace("{name}", "may-in").replace("{id}", "none")
                yield method.upper(), target.replace("{serial}", "NONE"), operation["x-roles"]


def at_every_route(home):
    with serving(home) as server:
        sessions = {"everyone": None} | {role: server.sign_in(role) for role in ROLES}
        tried = 0
        for method, path, roles in routes_with_json(server):
            most = (4 << 20) if path.endswith("/checks/text") else 64 * 1024
            who = next(role for role in sessions if role in roles or "everyone" in roles)
            for name, body in bombs(most).items():
                answer = server.ask(method, path, as_bytes(body), JSON, sessions[who])
                what = f"{method} {path} as {who}: {name}"
                tried += 1
                if name == "one long text" and path.endswith("/checks/text"):  # a request as it should be: it is judged
                    verdict = json.loads(answer.bytes).get("verdict")
                    check(f"{what} is not a code", answer.status == 200 and verdict == "inconclusive", verdict)
                    continue
                check(f"{what} is a clear 4xx", is_clear_refusal(answer), (answer.status, answer.bytes))
                if "deep" in name and answer.status not in (401, 403, 429):
                    check(f"{what} names the rule", any(rule in answer.bytes for rule in RULES), answer.bytes)
            check(f"the server outlives {method} {path}", server.process.poll() is None, server.process.returncode)
        check("every route with a JSON body was tried", tried >= 8 * len(bombs(4096)), tried)
        check("the server still answers", server.ask("GET", "/healthz").status == 200)


def with_every_file(home):
    """Each file is made by the program where it can be, then replaced."""
    temsao(home, "stock", "calibrate", "may-in", "--measured", "20", "20", "20")
    folder = home / "tep"
    folder.mkdir()
    (folder / "a.png").write_bytes(b"no picture")
    commands = {
        "printers.json": ("stock", "list"),
        "sheets.json": ("stock", "list"),
        "checks.txt": ("checks", "merge", folder / "checks.txt"),
        "a.evidence": ("evidence", "check", folder / "a.evidence"),
        "journal": ("verify", folder / "a.png", "--journal", folder / "journal"),
    }
    for name, body in bombs(1 << 20).items():
        for file, command in commands.items():
            head = b"temsao-evidence 1\nuntrusted comment: x\n" if file == "a.evidence" else b""
            for target in (home / file, folder / file):
                target.write_bytes(head + as_bytes(body))
            end = temsao(home, "--json", *command)
            is_own = end.returncode in OWN_STATUSES
            check(f"{file}: {name} ends with an exit status of its own", is_own, (end.returncode, end.stderr))
            (home / file).unlink()


def story(home):
    at_every_route(home)
    with_every_file(home)


run(story)
