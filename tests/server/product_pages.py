#!/usr/bin/env python3
"""The shopper's page of a code, its set of links, and the GS1 resolver's answers to addresses good and bad."""
import json
import re

from server import PRODUCT, check, run, serving

PAGE = f"/01/{PRODUCT}/10/L1"
STATUSES = {
    f"/01/{PRODUCT}?linkType=gs1:recipeInfo": 404,
    "/01/09521234543213/10/X": 404,
    "/01/09521234543214/10/X": 400,
    "/01/abc": 400,
    f"/01/{PRODUCT}/10/": 400,
    "/01/9520000010003/10/L1": 308,
    "/sp/NOSUCH1/lo/A": 404,
    "/sp/": 400,
}


def shoppers_page(server):
    page = server.ask("GET", PAGE)
    text = page.bytes.decode()
    type_ = page.getheader("Content-Type")
    check("the shopper's page is a page", page.status == 200 and type_.startswith("text/html"), (page.status, type_))
    wanted = ('lang="vi"', "[345] sao", "L1", "Quyết định", "quản lý thị trường")
    absent = [words for words in wanted if not re.search(words, text)]
    check("with product, stars, decision, lot and what to do", not absent, (absent, text))
    policy = page.getheader("Content-Security-Policy")
    check("and no script", "<script" not in text and "unsafe-inline" not in policy, policy)
    english = server.ask("GET", PAGE + "?lang=en").bytes.decode()
    check("English is one tap away", PAGE + "?lang=en" in text and "Decision" in english, english)
    check("nobody's phone number", not re.search(r"0\d{9}(?!\d)", re.sub(r"\d{13,}", "", text)), text)
    evil = server.ask("GET", f"/01/{PRODUCT}/10/%3Cscript%3Ealert(1)")
    check("what a code holds is only shown", b"<script" not in evil.bytes, evil.bytes)


def links(server):
    given = server.ask("GET", PAGE, None, {"Accept": "application/linkset+json"})
    linkset = json.loads(given.bytes)["linkset"][0]
    check("the set of links", given.getheader("Content-Type") == "application/linkset+json", given.getheaders())
    check("is of this code", linkset["anchor"].endswith(PAGE), given.bytes)
    kinds = {"https://gs1.org/voc/defaultLink", "https://gs1.org/voc/pip"}
    check("and has the kinds that shoppers need", kinds <= set(linkset), given.bytes)
    check("also as ?linkType=linkset", server.json("GET", f"/01/{PRODUCT}?linkType=linkset")["linkset"])
    to_page = server.ask("GET", PAGE + "?linkType=gs1:pip&17=270101")
    is_there = to_page.status == 307 and to_page.getheader("Location") == PAGE + "?17=270101"
    check("a kind of link leads there, with the code's own parameters", is_there, to_page.getheaders())


def resolver(server):
    for path, status in STATUSES.items():
        answer = server.ask("GET", path)
        check(f"{path} is {status}", answer.status == status, (answer.status, answer.bytes[:900]))
    told = server.ask("GET", "/01/abc", None, {"Accept": "application/json"})
    check("trouble as JSON for whoever asks for JSON", json.loads(told.bytes)["status"] == 400, told.bytes)
    options = server.ask("OPTIONS", f"/01/{PRODUCT}")
    is_open = options.status == 204 and options.getheader("Access-Control-Allow-Origin") == "*"
    check("other sites may ask", is_open, options.getheaders())
    itself = server.json("GET", "/.well-known/gs1resolver")
    check("the resolver describes itself", itself["supportedPrimaryKeys"] == ["01"], itself)


def story(home):
    with serving(home) as server:
        shoppers_page(server)
        links(server)
        resolver(server)


run(story, roles=())
