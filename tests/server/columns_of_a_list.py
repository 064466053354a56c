#!/usr/bin/env python3
"""A list whose headings nobody knows is kept until who handed it in says what they mean; the other person approves that,
and it is remembered. Lists that wait since before an upgrade, which said less of them, are looked at again."""
import json
import sqlite3

from server import LISTED_LATER, check, run, serving

LIST = (
    "Tên hàng,Chủ thể,Mức đạt,Số QĐ,Ngày QĐ,HDBQ\n"
    "Mật ong,HTX Mẫu,4,12/QĐ-UBND,15/10/2025,khô ráo\nGạo,HTX Mẫu,3,12/QĐ-UBND,15/10/2025,\n"
).encode()
SAID = ["Mức đạt=stars", "HDBQ=storage"]
NAME = {"X-File-Name": "moi.csv"}


def propose(server, session):
    return server.ask("POST", f"/api/v1/list-proposals?as_of={LISTED_LATER}", LIST, NAME, session)


def said_by_one(server, office, admin):
    posted = propose(server, office)
    proposal = json.loads(posted.bytes)
    path = f"/api/v1/list-proposals/{proposal['id']}"
    is_kept = posted.status == 201 and proposal["report"] is None and "Hạng sao" in proposal["trouble"]
    check("a list that lacks a column is kept", is_kept, posted.bytes)
    refused = server.ask("POST", f"{path}/approval", {}, session=admin)
    check("and not approved", refused.status == 409, refused.bytes)
    seen = server.json("GET", f"{path}/columns", session=admin)
    stars = next(column for column in seen["columns"] if column["heading"] == "Mức đạt")
    check("its columns are shown with their values", (stars["meaning"], stars["examples"]) == (None, ["4", "3"]), seen)
    check("and what there is to choose from", {"stars", "storage"} <= {m["meaning"] for m in seen["meanings"]}, seen)
    other = server.ask("POST", f"{path}/columns", {"map": SAID}, session=admin)
    check("another person does not say them", other.status == 403, other.bytes)
    for body in (
        {},
        {"map": "x"},
        {"map": [1]},
        {"map": ["x" * 600]},
        {"map": ["Mức đạt=sao"]},
        {"map": ["Không có=stars"]},
    ):
        wrong = server.ask("POST", f"{path}/columns", body, session=office)
        check(f"{str(body)[:40]} is refused in words", 400 <= wrong.status < 500, wrong.bytes)
    said = server.ask("POST", f"{path}/columns", {"map": SAID}, session=office)
    read = json.loads(said.bytes)
    is_read = said.status == 200 and read["trouble"] is None and read["report"]["rows_accepted"] == 2
    check("who handed it in does", is_read and read["map"] == SAID, said.bytes)
    approved = server.ask("POST", f"{path}/approval", {}, session=admin)
    check(
        "then it is approved",
        approved.status == 200 and server.json("GET", "/api/v1/products")["as_of"] == LISTED_LATER,
    )
    late = server.ask("POST", f"{path}/columns", {"map": []}, session=office)
    check("and its columns stay", late.status == 409, late.bytes)


def remembered(server, office):
    proposal = json.loads(propose(server, office).bytes)
    is_known = proposal["trouble"] is None and proposal["difference"]["changes"] == []
    check("the next list with these headings is understood", is_known, proposal)
    return proposal["id"]


def light_in_the_list_of_them(server, office):
    proposals = server.json("GET", "/api/v1/list-proposals", session=office)
    is_light = all(one["report"] is None and one["difference"] is None for one in proposals)
    check("the list of proposals leaves out what each one says", len(proposals) == 2 and is_light, proposals)


def as_before_an_upgrade(server, home, office, waiting):
    old = {
        "report": {"source": "moi.csv", "as_of": LISTED_LATER, "products": 2, "rows_accepted": 2, "refused": []},
        "difference": {"changes": [{"change": "added", "key": "P1", "name": "Mật ong"}]},
    }
    with sqlite3.connect(home / "temsao.sqlite") as store:
        store.create_function("temsao_row", -1, lambda *values: 0)  # of the triggers that sum up the rows
        store.execute("UPDATE proposal SET answer = ?", [json.dumps(old)])
    again = server.json("GET", f"/api/v1/list-proposals/{waiting}", session=office)
    is_looked_at = len(again["report"]["headings"]) == 6 and again["difference"]["changes"] == []
    check("a list that waits is looked at again", is_looked_at, again)
    for one in server.json("GET", "/api/v1/list-proposals", session=office):
        if one["state"] == "approved":
            shown = server.json("GET", f"/api/v1/list-proposals/{one['id']}", session=office)
            change = shown["difference"]["changes"][0]
            has_all = shown["report"]["headings"] == [] and (change["fields"], change["weight"]) == ([], "product_new")
            check("one that was approved is shown as far as it was kept", has_all, shown)


def story(home):
    with serving(home) as server:
        office, admin = map(server.sign_in, ("office", "admin"))
        said_by_one(server, office, admin)
        waiting = remembered(server, office)
        light_in_the_list_of_them(server, office)
        as_before_an_upgrade(server, home, office, waiting)


run(story)
