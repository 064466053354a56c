#!/usr/bin/env python3
"""The office's work: a list is proposed by one and approved by another, a certificate is revoked, the list is signed and handed
out, checks of inspectors are counted, and the book says who did what."""
import json
import urllib.parse

from server import CODE, LIST, LISTED, LISTED_LATER, PRODUCT, SECRET, check, days_ago, run, serving, temsao, wait_until


def approval(server, office, admin):
    def as_of():
        return server.json("GET", "/api/v1/products")["as_of"]

    name = {"X-File-Name": urllib.parse.quote("../../Danh sách tháng 12.xlsx")}
    posted = server.ask("POST", f"/api/v1/list-proposals?as_of={LISTED_LATER}", LIST.read_bytes(), name, office)
    proposal = json.loads(posted.bytes)
    check("a list is proposed", posted.status == 201, posted.bytes)
    check("under the name of its file", proposal["source"] == "Danh sách tháng 12.xlsx", posted.bytes)
    is_told = proposal["report"]["products"] > 10 and proposal["difference"] == {"changes": []}
    check("with report and difference", is_told, posted.bytes)
    check("nothing has changed yet", as_of() == LISTED)
    path = f"/api/v1/list-proposals/{proposal['id']}/approval"
    own = server.ask("POST", path, {}, session=office)
    check("who proposed it does not approve it", own.status == 403, own.bytes)
    approved = server.ask("POST", path, {}, session=admin)
    is_approved = approved.status == 200 and json.loads(approved.bytes)["state"] == "approved"
    check("another person does", is_approved, approved.bytes)
    check("then it is in force", as_of() == LISTED_LATER)
    check("only once", server.ask("POST", path, {}, session=admin).status == 409)


def revocation(server, office):
    before = server.judge()["files"][0]["verdict"]
    wish = {"product": PRODUCT, "decision": "3763/QĐ-UBND"}
    revoked = server.ask("POST", "/api/v1/certificates/revocation", wish, session=office)
    after = server.judge()["files"][0]["verdict"]
    check("a revocation is taken", revoked.status == 200, revoked.bytes)
    check("and counts from the next check on", before != "invalid" and after == "invalid", (before, after))


def publication(server, office, home):
    temsao(home, "key", "new", "root", "--owner", "UBND tỉnh Mẫu")
    refused = server.ask("POST", "/api/v1/publish", {"passphrase": "not the one"}, session=office)
    published = server.ask("POST", "/api/v1/publish", {"passphrase": SECRET}, session=office)
    is_guarded = refused.status >= 400 and published.status == 200
    check("the list is signed with the right passphrase only", is_guarded, (refused.bytes, published.bytes))
    bundle, signature = server.ask("GET", "/api/v1/bundle"), server.ask("GET", "/api/v1/bundle.minisig")
    is_signed = bundle.status == signature.status == 200 and b"temsao bundle 1" in signature.bytes
    check("and handed out with its signature", is_signed, signature.bytes)
    root = server.ask("GET", "/api/v1/bundle.pub")
    is_key = root.status == 200 and root.bytes == (home / "keys/root.pub").read_bytes()
    check("and with the key that it is signed with", is_key, root.bytes)
    known = server.ask("GET", "/api/v1/bundle", None, {"If-None-Match": bundle.getheader("ETag")})
    check("known by its tag", known.status == 304, known.status)


def guesses_of_the_root_passphrase(server, admin):
    """Before there is a key, since a wrong passphrase takes long to be found wrong. After these the account must wait."""
    guess = lambda: server.ask("POST", "/api/v1/publish", {"passphrase": "not the one"}, session=admin)
    told = wait_until(lambda: next((one for one in [guess()] if one.status == 429), None))
    check("guessing the root's passphrase is slowed down", told and int(told.getheader("Retry-After")) > 0, told)


def pages_of_checks(server, inspector):
    more = [{"text": f"{CODE}{n}", "at": days_ago(20 - n), "place": "Vinh", "verdict": "valid"} for n in range(10)]
    server.ask("POST", "/api/v1/checks/record", {"checks": more}, session=inspector)
    seen, after = [], ""
    while after is not None:
        path = f"/api/v1/checks?limit=3&after={urllib.parse.quote(after)}"
        page = server.json("GET", path, session=inspector)
        check("a page has no more than was asked for", 0 < len(page["checks"]) <= 3, page)
        seen += [one["at"] + one["text"] for one in page["checks"]]
        after = page["next"]
    check("pages follow each other, newest first", len(set(seen)) == 11, seen)
    check("in the order of days", [one[:10] for one in seen] == sorted((one[:10] for one in seen), reverse=True), seen)
    wrong = server.ask("GET", "/api/v1/checks?after=17", session=inspector)
    check("a page number that does not exist is refused", wrong.status == 400, wrong.bytes)


def checks_in_the_field(server, inspector):
    field = {"checks": [{"text": CODE, "at": f"{days_ago(6)}T09:00:00Z", "place": "Chợ Vinh", "verdict": "valid"}]}
    first = server.json("POST", "/api/v1/checks/record", field, session=inspector)
    second = server.json("POST", "/api/v1/checks/record", field, session=inspector)
    check("the same check twice is one", (first["added"], second["added"]) == (1, 0), (first, second))
    made = server.json("GET", "/api/v1/checks", session=inspector)
    expected = {"place": "Chợ Vinh", "valid": 1, "inconclusive": 0, "check": 0, "invalid": 0}
    check("checks are counted by place", made["by_place"][0] == expected, made)
    pages_of_checks(server, inspector)


def what_was_done(server, office, admin):
    deeds = server.json("GET", "/api/v1/deeds?limit=200", session=admin)["deeds"]
    expected = {
        "list not published",
        "list proposed",
        "list approved",
        "certificate revoked",
        "list published",
        "print",
    }
    check("the book says who did what", expected <= {deed["action"] for deed in deeds}, deeds)
    audit = server.json("GET", "/api/v1/log/audit", session=office)
    check("the log holds", audit["holds"] and audit["lots"], audit)


def story(home):
    with serving(home) as server:
        office, admin, inspector, producer = map(server.sign_in, ("office", "admin", "inspector", "producer"))
        printed = server.finished(producer, server.start_run(producer, count=2, serials=True))
        check("labels are printed", printed["state"] == "done", printed)
        approval(server, office, admin)
        revocation(server, office)
        guesses_of_the_root_passphrase(server, admin)
        publication(server, office, home)
        checks_in_the_field(server, inspector)
        what_was_done(server, office, admin)


run(story)
