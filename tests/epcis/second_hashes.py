#!/usr/bin/env python3
"""Every id of an exported lot book is the one that GS1's reference generator makes of the same event, and JSON-LD loses
none of its terms.

    second_hashes.py PROGRAM [ENTRIES]

Needs the packages epcis-event-hash-generator and PyLD of PyPI, which temsao itself does not; without them exit status
77."""
import json
import pathlib
import sys
import tempfile

from random_book import exported

try:
    from epcis_event_hash_generator import hash_generator, json_to_py
    from pyld import jsonld
except ImportError as missing:
    print(f"test left out: {missing}")
    sys.exit(77)

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ENTRIES = int(sys.argv[2]) if len(sys.argv) > 2 else 400
failures = []


def lost_terms(document):
    """Members of events that JSON-LD drops, since no context says what they mean: of ours, those with a prefix."""
    known = {prefix for part in document["@context"] if isinstance(part, dict) for prefix in part}
    names = {name for event in document["epcisBody"]["eventList"] for name in event if ":" in name}
    ours = {"@context": [part for part in document["@context"] if isinstance(part, dict)]}
    for name in sorted(names):
        value = next(event[name] for event in document["epcisBody"]["eventList"] if name in event)
        expanded = jsonld.expand(ours | {name: value if isinstance(value, str) else "x"})
        if name.split(":")[0] not in known or not expanded or len(expanded[0]) != 1:
            yield name


def main():
    with tempfile.TemporaryDirectory() as name:
        home = pathlib.Path(name)
        document, wrong = exported(PROGRAM, home, ENTRIES)
        failures.extend(wrong)
        events = document["epcisBody"]["eventList"]
        made = hash_generator.epcis_hashes_from_events(json_to_py.event_list_from_epcis_document_json(document))
        for event, other in zip(events, made[0] if isinstance(made, tuple) else made):
            if event["eventID"] != other:
                failures.append(f"another id: {json.dumps(event, ensure_ascii=False)} {other}")
        failures.extend(f"JSON-LD drops {name}" for name in lost_terms(document))
        print(
            "\n".join(failures[:10]) or f"{len(events)} events, each under the id that the reference generator gives it"
        )
        sys.exit(bool(failures) or len(events) < ENTRIES // 2)


main()
