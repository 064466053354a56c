#!/usr/bin/env python3
"""The shopper's page of a code, its set of links, and the GS1 resolver's answers to addresses good and bad."""
import json
import re

from server import PRODUCT, check, run, serving

CODE = f"/01/{PRODUCT}/10/L1"
PAGE = "/page" + CODE
VOCABULARY = "https://ref.gs1.org/voc/"
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
    there = server.ask("GET", CODE)
    check(
        "a code leads to its page",
        (there.status, there.getheader("Location")) == (307, server.url + PAGE),
        there.getheaders(),
    )
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
    evil = server.ask("GET", f"/page/01/{PRODUCT}/10/%3Cscript%3Ealert(1)")
    check("what a code holds is only shown", b"<script" not in evil.bytes, evil.bytes)


def location(server, path, headers={}):
    answer = server.ask("GET", path, None, headers)
    return answer.status, answer.getheader("Location")


def links(server):
    given = server.ask("GET", CODE, None, {"Accept": "application/linkset+json"})
    sets = json.loads(given.bytes)["linkset"]
    check("the set of links", given.getheader("Content-Type") == "application/linkset+json", given.getheaders())
    anchors = [server.url + CODE, server.url + f"/01/{PRODUCT}"]
    check("is of this code, and of the goods as such", [one["anchor"] for one in sets] == anchors, given.bytes)
    kinds = {VOCABULARY + kind for kind in ("defaultLink", "pip", "certificationInfo", "traceability")}
    check("and has the kinds that shoppers need", all(kinds <= set(one) for one in sets), given.bytes)
    check("also as ?linkType=linkset", server.json("GET", f"/01/{PRODUCT}?linkType=linkset")["linkset"])
    for one in sets:
        default = one[VOCABULARY + "defaultLink"]
        check(
            "the default link has an address and a title, no more",
            [set(a) for a in default] == [{"href", "title"}],
            one,
        )
        path = one["anchor"].removeprefix(server.url)
        check("the code leads to it", location(server, path) == (307, default[0]["href"]), one)
        asked = location(server, path + "?linkType=gs1:defaultLink")
        check("also when it is asked for by name", asked == (307, default[0]["href"]), asked)
        for kind in kinds - {VOCABULARY + "defaultLink"}:
            for said in one[kind]:
                language = said["hreflang"][0]
                for name in (kind, kind.replace(VOCABULARY, "gs1:"), kind.replace("ref.gs1.org", "gs1.org")):
                    to = location(server, f"{path}?linkType={name}", {"Accept-Language": language})
                    check(f"{name} leads to what the set says in {language}", to == (307, said["href"]), to)
        for href in {said["href"] for kind in kinds for said in one[kind]}:
            there = server.ask("GET", href.removeprefix(server.url))
            check("and there is a page", there.status == 200 and b"<h1>" in there.bytes, (href, there.status))
    to = location(server, CODE + "?linkType=gs1:pip&17=270101&x=1", {"Accept-Language": "en"})
    wanted = server.url + PAGE + "?17=270101&x=1&lang=en"
    check("the code's own parameters and a stranger's go along", to == (307, wanted), to)


def resolver(server):
    for path, status in STATUSES.items():
        answer = server.ask("GET", path)
        check(f"{path} is {status}", answer.status == status, (answer.status, answer.bytes[:900]))
    told = server.ask("GET", "/01/abc", None, {"Accept": "application/json"})
    check("trouble as JSON for those who ask for JSON", json.loads(told.bytes)["status"] == 400, told.bytes)
    check("a slash at the end changes nothing", location(server, CODE + "/") == location(server, CODE))
    for path in (CODE, CODE + "?linkType=linkset", PAGE, "/.well-known/gs1resolver"):
        options = server.ask("OPTIONS", path)
        is_open = options.status == 204 and options.getheader("Access-Control-Allow-Origin") == "*"
        allowed = options.getheader("Allow") or ""
        if "well-known" not in path:
            check("other sites may ask", is_open and "OPTIONS" in allowed, options.getheaders())
        answer = server.ask("GET", path)
        check("and read the answer", answer.getheader("Access-Control-Allow-Origin") == "*", answer.getheaders())
    refused = server.ask("POST", CODE, b"")
    methods = (refused.getheader("Allow") or "").split(", ")
    check(
        "nothing can be put there", refused.status == 405 and {"GET", "HEAD", "OPTIONS"} <= set(methods), refused.status
    )
    for path in (CODE, PAGE):
        rel = server.ask("GET", path).getheader("Link")
        check("each answer tells where the links are", 'rel="linkset"' in rel and "linkType=linkset" in rel, rel)
    given = server.ask("GET", CODE + "?linkType=linkset")
    context = re.fullmatch(
        r'<(.*)>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld\+json"', given.getheader("Link")
    )
    check("the links have a context", context, given.getheader("Link"))
    read = server.ask("GET", context[1].removeprefix(server.url))
    check("which is JSON-LD", read.getheader("Content-Type") == "application/ld+json", read.getheaders())
    check("with GS1's words", json.loads(read.bytes)["@context"]["@vocab"] == VOCABULARY, read.bytes)
    itself = server.json("GET", "/.well-known/gs1resolver")
    check("the resolver describes itself", itself["supportedPrimaryKeys"] == ["01"], itself)
    check("where it is", itself["resolverRoot"] == server.url, itself)


def other_names(server):
    """A client may give any name for this server; only numbers of machines are repeated."""
    for name, base in (
        ("evil.example", "https://id.ocop.vn"),
        ("127.0.0.1.evil.example", "https://id.ocop.vn"),
        ("id.ocop.vn", "https://id.ocop.vn"),
        ("192.168.1.7:8080", "http://192.168.1.7:8080"),
        ("[::1]:80", "http://[::1]:80"),
        ("localhost", "http://localhost"),
    ):
        to = location(server, CODE, {"Host": name})
        check(f"called {name} the page is at {base}", to == (307, base + PAGE), to)


def story(home):
    with serving(home) as server:
        shoppers_page(server)
        links(server)
        resolver(server)
        other_names(server)


run(story, roles=())
