#!/usr/bin/env python3
"""The built pages: served under a strict policy, with a tag and the right type; nothing outside their folder."""
from server import check, run, serving

PAGE = "<!doctype html><title>x</title>"


def story(home):
    folder = home / "pages"
    (folder / "scan").mkdir(parents=True)
    (folder / "scan/index.html").write_text(PAGE)
    (folder / "scan/a.wasm").write_bytes(b"\0asm")
    (home / "secret.txt").write_text("secret")
    (folder / "scan/link.txt").symlink_to(home / "secret.txt")
    with serving(home, "--pages", folder) as server:
        page = server.ask("GET", "/scan/")
        policy = page.getheader("Content-Security-Policy", "")
        check("a page is served", page.status == 200 and b"doctype" in page.bytes, page.bytes)
        is_strict = "script-src 'self' 'wasm-unsafe-eval'" in policy and "unsafe-inline" not in policy
        check("under a strict policy", is_strict, policy)
        known = server.ask("GET", "/scan/", None, {"If-None-Match": page.getheader("ETag")})
        check("with a tag", known.status == 304, known.status)
        wasm = server.ask("GET", "/scan/a.wasm").getheader("Content-Type")
        check("WebAssembly by its type", wasm == "application/wasm", wasm)
        check("/scan leads to its folder", server.ask("GET", "/scan").getheader("Location") == "/scan/")
        check("a link leads out of nothing", server.ask("GET", "/scan/link.txt").status == 404)
        head = server.ask("HEAD", "/scan/")
        check("HEAD has no body", head.status == 200 and head.bytes == b"", head.bytes)
        check("but its length", head.getheader("Content-Length") == str(len(PAGE)), head.getheaders())


run(story, roles=())
