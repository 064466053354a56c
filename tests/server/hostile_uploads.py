#!/usr/bin/env python3
"""Hostile or broken uploads, bodies and headers without end, paths that lead out of the served folders: each is
refused clearly, and nothing else happens."""
import contextlib
import json
import os
import re
import socket
import struct
import zlib

from server import check, is_clear_refusal, png_of, run, serving

NO_PHOTOS = {
    "nothing": b"",
    "noise": os.urandom(5000),
    "a page": b"<html><script>alert(1)</script>",
    "a drawing": b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
    "half a PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\x02\0\0\0",
    "a polyglot": b"GIF89a<script>//" + b"PK\3\4" + b"\0" * 500,
}
PATHS_OUT = (
    "/studio/../../CMakeLists.txt",
    "/studio/%2e%2e/%2e%2e/DESIGN.md",
    "/studio/..%2f..%2fDESIGN.md",
    "/scan/%00",
    "//etc/passwd",
    "/assets/.hidden",
    "/api/v1/templates/..%2f..%2fsecret/preview.svg",
)


def no_photos(server):
    for name, body in NO_PHOTOS.items():
        answer = server.ask("POST", "/api/v1/checks/photo", body)
        check(f"{name} is a clear 4xx", is_clear_refusal(answer), (answer.status, answer.bytes))
        answer = server.ask("POST", "/api/v1/photos/jpeg", body)
        check(f"{name} is a clear 4xx where a HEIC photo is asked for", is_clear_refusal(answer), answer.bytes)
    # 900 megapixels of one bit each in a few kilobytes
    side = 30000
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    huge = png_of(head, zlib.compress(bytes((side // 8 + 1) * side), 9))
    answer = server.ask("POST", "/api/v1/checks/photo", huge)
    is_refused = answer.status == 422 and is_clear_refusal(answer)
    check("a picture that would fill the memory is a clear 4xx", is_refused, (len(huge), answer.status, answer.bytes))


def pdf_of(pages):
    """Empty pages of 20 by 20 mm."""
    kids = " ".join(f"{3 + i} 0 R" for i in range(pages))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {pages}>>"]
    objects += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 57 57]>>"] * pages
    text, places = "%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj{written}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(text)}\n%%EOF\n"
    return (text + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}{end}").encode()


def too_many_pages(server):
    answer = server.ask("POST", "/api/v1/checks/photo", pdf_of(20))
    check("twenty pages are looked at", answer.status == 200, (answer.status, answer.bytes))
    for pages in (21, 300, 2000):
        answer = server.ask("POST", "/api/v1/checks/photo", pdf_of(pages))
        said = json.loads(answer.bytes).get("detail", "")
        is_said = is_clear_refusal(answer) and str(pages) in said and "20" in said
        check(f"{pages} pages are refused in words with both numbers", answer.status == 413 and is_said, answer.bytes)


def too_large(server):
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        head = b"POST /api/v1/checks/photo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n"
        line.sendall(head + b"x" * 9000)
        check("a body that would be too large is answered before it is sent", b" 413 " in line.recv(400))
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        line.sendall(b"POST /api/v1/session HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        with contextlib.suppress(OSError):
            for _ in range(100):
                line.sendall(b"1000\r\n" + b"x" * 4096 + b"\r\n")
        check("one that grows too large in pieces as well", b" 413 " in line.recv(400))
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 40000 + b"\r\n\r\n")
        check("an endless header too", b" 431 " in line.recv(400))


def paths_out(server):
    for path in PATHS_OUT:
        with socket.create_connection(("127.0.0.1", server.port)) as line:
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
            got = line.recv(4000)
            check(f"{path} leads nowhere", re.match(rb"HTTP/1.1 (404|401|400) ", got), got)


def story(home):
    with serving(home) as server:
        no_photos(server)
        too_many_pages(server)
        too_large(server)
        paths_out(server)


run(story, roles=())
