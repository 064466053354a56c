#!/usr/bin/env python3
"""Signing in and out, and what a producer's account may see: its own products and no other's."""
from server import PRODUCT, SECRET, check, run, serving


def sessions(server):
    session = server.sign_in("office")
    is_strict = "HttpOnly" in session.header and "SameSite=Strict" in session.header
    check("its cookie is for HTTP alone, and for this site alone", is_strict, session.header)

    def user():
        return server.json("GET", "/api/v1/session", session=session)["user"]

    check("who is there", user() == "office")
    wrong_word = server.ask("POST", "/api/v1/session", {"name": "office", "password": "not this"})
    unknown = server.ask("POST", "/api/v1/session", {"name": "nobody-here", "password": "not this"})
    is_silent = wrong_word.status == unknown.status == 401 and wrong_word.bytes == unknown.bytes
    check("which of name and passphrase is wrong is not told", is_silent, unknown.bytes)
    form = server.ask("POST", "/api/v1/session", "name=office", {"Content-Type": "application/x-www-form-urlencoded"})
    check("a form of another site signs nobody in", form.status == 415, form.status)
    out = server.ask("DELETE", "/api/v1/session", session=session)
    check("signed out is out", out.status == 200 and user() is None, out.bytes)
    check("requests are logged", any('"route"' in line for line in server.lines), server.lines)


def passwords(server):
    """One's own password is changed by who knows it; other sessions of the account end."""
    next_one = "một mật khẩu khác hẳn"
    session, elsewhere = server.sign_in("inspector"), server.sign_in("inspector")

    def change(old, new, who=session):
        body = {"password": old, "new_password": new}
        return server.ask("PUT", "/api/v1/session/password", body, session=who)

    check("not without the present one", change("not this", next_one).status == 403)
    for easy in ("1234567890", "short", "inspector2026"):
        check(f"{easy} is refused", change(SECRET, easy).status == 400)
    check("the next one is taken", change(SECRET, next_one).status == 200)
    user_of = lambda one: server.json("GET", "/api/v1/session", session=one)["user"]
    check("this session goes on", user_of(session) == "inspector")
    check("the others have ended", user_of(elsewhere) is None)
    tried = lambda password: server.ask("POST", "/api/v1/session", {"name": "inspector", "password": password}).status
    check("the old one is over", tried(SECRET) == 401)
    check("the next one is good", tried(next_one) == 200)


def only_its_own(server):
    session = server.sign_in("producer")
    mine = server.json("GET", "/api/v1/products?limit=200", session=session)["products"]
    everyone = server.json("GET", "/api/v1/products?limit=200")["products"]
    is_own = mine and len({product["producer"] for product in mine}) == 1 and len(mine) < len(everyone)
    check("its list is its own", is_own, mine)
    is_other = lambda product: product["producer"] != mine[0]["producer"] and product["status"] == "valid"
    other = next(product["key"] for product in everyone if is_other(product))
    for path in ("/api/v1/labels/preview", "/api/v1/runs"):
        answer = server.ask("POST", path, {"product": other, "template": "jar-60x40"}, session=session)
        check(f"{path} knows no other's product", answer.status == 404, answer.bytes)
    theirs = server.json("GET", f"/api/v1/products/{other}", session=session)
    own = server.json("GET", f"/api/v1/products/{PRODUCT}", session=session)
    check("facts for printing are for its own only", "facts" not in theirs and "facts" in own, (theirs, own))


def pages_of_the_list(server):
    everyone = server.json("GET", "/api/v1/products?limit=200")["products"]
    keys = []
    for after in ("", everyone[2]["key"]):
        page = server.json("GET", f"/api/v1/products?limit=3&after={after}")["products"]
        keys += [product["key"] for product in page]
    check("pages of the list follow each other without a gap", keys == [one["key"] for one in everyone[:6]], keys)


def story(home):
    with serving(home) as server:
        sessions(server)
        passwords(server)
        only_its_own(server)
        pages_of_the_list(server)


run(story, roles=("producer", "inspector", "office"))
