#!/usr/bin/env python3
"""The rows of tests/vectors/resolver.tsv, and OPTIONS at every route: 204, with the methods that the route has."""
import fnmatch
import pathlib
import re
import socket

from server import PATIENCE, check, run, serving

ROWS = pathlib.Path(__file__).resolve().parents[1] / "vectors/resolver.tsv"


def raw(server, request, headers=""):
    """Status, headers and body as they come."""
    lines = [f"{request} HTTP/1.1", f"Host: 127.0.0.1:{server.port}", "Connection: close", *filter(None, [headers])]
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as line:
        line.sendall("".join(one + "\r\n" for one in [*lines, ""]).encode())
        got = b""
        while part := line.recv(1 << 16):
            got += part
    head, _, body = got.decode("utf-8", "replace").partition("\r\n\r\n")
    first, *rest = head.split("\r\n")
    return int(first.split()[1]), rest, body


def rows(server):
    for line in ROWS.read_text().splitlines():
        if line.startswith("#"):
            continue
        request, headers, status, wanted = line.split("\t")
        told, answered, body = raw(server, request, headers)
        check(f"{request}: {status}", told == int(status), (told, answered, body[:300]))
        pattern = fnmatch.translate(wanted.replace("[", "[[]").replace("?", "[?]"))
        check(f"{request}: {wanted}", any(re.match(pattern, one) for one in answered), answered)
        if told == 204:
            check(f"{request}: 204 has no body and no length", not body and "ength" not in str(answered), answered)


def every_route(server):
    for path, methods in server.json("GET", "/api/v1/openapi.json")["paths"].items():
        told, answered, _ = raw(server, "OPTIONS " + re.sub(r"{[^}]+}", "x", path))
        allowed = next((one for one in answered if one.startswith("Allow: ")), "").removeprefix("Allow: ").split(", ")
        known = {method.upper() for method in methods} | {"OPTIONS"} | ({"HEAD"} if "get" in methods else set())
        check(f"OPTIONS {path}", told == 204 and known <= set(allowed), (told, allowed, known))


def members_by_name(server):
    refused = server.send("GET", "/api/v1/products?limit=abc")
    words = refused.bytes.decode()
    check("words to who sends JSON name members", "limit" in words and "--" not in words, words)


def story(home):
    with serving(home) as server:
        rows(server)
        every_route(server)
        members_by_name(server)


run(story, roles=())
