#!/usr/bin/env python3
"""Every route of openapi.json is asked as every role: who may not is refused, who may is answered, and a session's token
is needed to change anything. That each answer keeps to its schema is looked at by server.py, here as in every test."""
from server import CODE, PRODUCT, ROLES, check, run, serving

# A valid body, so that everybody who may ask is answered.
BODIES = {
    ("/api/v1/session", "post"): {"name": "nobody", "password": "wrong passphrase"},
    ("/api/v1/checks/text", "post"): {"texts": [CODE]},
    ("/api/v1/checks/photo", "post"): b"no photo",
    ("/api/v1/photos/jpeg", "post"): b"no photo",
    ("/api/v1/labels/preview", "post"): {"product": PRODUCT, "template": "jar-60x40"},
    ("/api/v1/runs", "post"): {"product": PRODUCT, "template": "jar-60x40", "count": 2},
    ("/api/v1/list-proposals", "post"): b"no spreadsheet",
    ("/api/v1/checks/record", "post"): {"checks": []},
    ("/api/v1/publish", "post"): {"passphrase": "wrong"},
    ("/api/v1/printers/{name}", "put"): {"measured": [20, 20, 20]},
    ("/api/v1/lots", "post"): {"kind": "pack", "item": PRODUCT, "use": "NONE=1 kg", "amount": "1 chai"},
    ("/api/v1/lots/{product}/{lot}/recall", "post"): {"reason": "thử"},
    ("/api/v1/questions", "post"): {"code": CODE.removeprefix("https://id.ocop.vn"), "kind": "dates"},
    ("/api/v1/questions/{id}/close", "post"): {"note": "thử"},
    ("/api/v1/introductions", "post"): {"words": {"vi": "thử", "en": ""}, "picture": None, "is_own": True},
}
# Nobody does anything in their name there: no session is looked up.
WITHOUT_SESSION = {("/api/v1/questions", "post")}


def body_for(path, method):
    return BODIES.get((path, method), {} if method in ("post", "put") else None)


def ask_as(server, role, session, path, method, operation):
    allowed = operation["x-roles"]
    may = "everyone" in allowed or role in allowed
    target = path
    for name, value in {
        "{key}": PRODUCT,
        "{name}": "jar-60x40",
        "{id}": "none",
        "{serial}": "NONE",
        "{product}": PRODUCT,
        "{lot}": "L1",
        "{entry}": "00000000",
    }.items():
        target = target.replace(name, value)
    body = body_for(path, method)
    answer = server.ask(method.upper(), target, body, session=session)
    who = f"{method.upper()} {path} as {role}"
    if may:
        check(f"{who} is not refused", answer.status not in (401, 403) or path.endswith("/session"), answer.bytes)
    else:
        check(f"{who} is refused", answer.status == (403 if session else 401), answer.status)
    check(f"{who} does not fail", answer.status < 500, answer.bytes)
    if session and method != "get" and may:
        without = server.ask(method.upper(), target, body, {"X-CSRF": "guessed"}, session)
        if (path, method) in WITHOUT_SESSION:
            check(f"{who} is asked for no token", without.status == answer.status, without.status)
        else:
            is_refused = without.status == 403 or path.endswith("/session")
            check(f"{who} needs the session's token", is_refused, without.status)


def every_route(server):
    document = server.json("GET", "/api/v1/openapi.json")
    sessions = {"everyone": None} | {role: server.sign_in(role) for role in ROLES}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if path == "/api/v1/session" and method == "delete":
                continue  # ends the session; has a test of its own
            for role, session in sessions.items():
                ask_as(server, role, session, path, method, operation)
    check("the walk saw the routes", len(document["paths"]) > 12, len(document["paths"]))


def safety_headers(server):
    for path in ("/healthz", "/api/v1/products", "/nowhere"):
        answer = server.ask("GET", path)
        is_strict = "default-src 'none'" in answer.getheader("Content-Security-Policy", "")
        is_typed = answer.getheader("X-Content-Type-Options") == "nosniff"
        check(f"{path} may run nothing", is_strict and is_typed, answer.getheaders())


def story(home):
    with serving(home) as server:
        every_route(server)
        safety_headers(server)


run(story)
