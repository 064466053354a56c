#!/usr/bin/env python3
"""HTTP as RFC 9110 and 9112 have it, the description of the API, and what Prometheus reads. tests/http has the rules one by
one; here the server keeps to them."""
import re
import socket

from server import PATIENCE, PRODUCT, check, run, serving


def raw(server, head, body=b""):
    """All that comes back for these lines, until the server closes; the end of the header is added."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as line:
        line.sendall(head.replace("\n", "\r\n").encode() + b"\r\n" + body)
        got = b""
        while part := line.recv(1 << 16):
            got += part
    return got.decode("utf-8", "replace")


def statuses(server):
    wanted = [
        (
            "a wrong method is told before a long body",
            "POST /healthz HTTP/1.1\nHost: a\nContent-Length: 999999999\n",
            405,
        ),
        ("an unknown address too", "PUT /nowhere HTTP/1.1\nHost: a\nContent-Length: 999999999\n", 405),
        (
            "a long body is told before it is read",
            "POST /api/v1/session HTTP/1.1\nHost: a\nContent-Length: 999999\n",
            413,
        ),
        ("who is not signed in sends nothing", "POST /api/v1/publish HTTP/1.1\nHost: a\nContent-Length: 1\n", 401),
        ("no host", "GET /healthz HTTP/1.1\n", 400),
        ("two hosts", "GET /healthz HTTP/1.1\nHost: a\nHost: a\n", 400),
        ("an unknown coding", "POST /api/v1/session HTTP/1.1\nHost: a\nTransfer-Encoding: gzip\n", 501),
        ("two lengths", "POST /healthz HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nContent-Length: 5\n", 400),
        ("HTTP/1.0 needs no host", "GET /healthz HTTP/1.0\n", 200),
        ("an address with its host", "GET http://a/healthz HTTP/1.1\nHost: a\nConnection: close\n", 200),
    ]
    for what, head, status in wanted:
        answer = raw(server, head)
        check(f"{what}: {status}", answer.startswith(f"HTTP/1.1 {status} "), answer[:300])
        check(f"{what}: its document says so", status == 200 or f'"status":{status}' in answer, answer)
        check(f"{what}: it has a date", "\r\nDate: " in answer, answer[:300])
    allowed = raw(server, "PATCH /api/v1/session HTTP/1.1\nHost: a\nConnection: close\n")
    check(
        "a wrong method hears which are right",
        "\r\nAllow: GET, HEAD, POST, DELETE, OPTIONS\r\n" in allowed,
        allowed[:300],
    )
    picture = server.send("GET", f"/page/01/{PRODUCT}/10/L1", headers={"Accept": "image/png"})
    check("who wants a picture of a code gets its page", picture.status == 200, picture.status)


def parts_of_files(server):
    whole = server.send("GET", "/studio/")
    part = server.send("GET", "/studio/", headers={"Range": "bytes=0-9"})
    check("part of a file", part.status == 206 and part.bytes == whole.bytes[:10], part.bytes)
    check("which says where it is", part.getheader("Content-Range") == f"bytes 0-9/{len(whole.bytes)}")
    changed = server.send("GET", "/studio/", headers={"Range": "bytes=0-9", "If-Range": '"another"'})
    check("all of it when it is another one by now", changed.bytes == whole.bytes, changed.status)


def description(server):
    document = server.json("GET", "/api/v1/openapi.json")
    schemes = document["components"]["securitySchemes"]
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            who = f"{method.upper()} {path}"
            needs = {name for one in operation["security"] for name in one}
            wanted = {"session"} if method == "get" else {"session", "csrf"}
            if "everyone" in operation["x-roles"]:
                wanted = set()
            check(f"{who} says what a client must send", needs == wanted and needs <= set(schemes), (needs, wanted))
            bodies = [operation.get("requestBody", {}), *operation["responses"].values()]
            kinds = {kind for body in bodies for kind in body.get("content", {})}
            check(f"{who} names true media types", "*/*" not in kinds and kinds, kinds)
    headers = {(one["in"], one["name"]) for one in document["paths"]["/api/v1/runs"]["post"]["parameters"]}
    check("headers that a route reads are named", ("header", "Idempotency-Key") in headers, headers)


def metrics(server):
    text = server.send("GET", "/metrics").bytes.decode()
    names = {re.match(r"\w+", line)[0] for line in text.splitlines() if not line.startswith("#")}
    for name in names:
        is_told = re.search(rf"^# HELP {name} \S.*\n# TYPE {name} (counter|gauge)$", text, re.M)
        check(f"{name} has a help and a type", is_told, text)
    check("there are metrics", len(names) > 5, names)


def story(home):
    with serving(home) as server:
        statuses(server)
        parts_of_files(server)
        description(server)
        metrics(server)


run(story, roles=())
