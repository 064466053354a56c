#!/usr/bin/env python3
"""A second reader of bundles that need witnesses, and of cosignatures, written from src/trace/FORMAT.md alone: which bundles
it takes, and when witnesses signed. Standard library only; slow and plain.

    second_witness.py tests/vectors/witnessed_bundles.txt tests/vectors/cosignatures.txt"""
import base64
import hashlib
import re
import sys
import zlib

from second_verifier import sound_key, verifies


def key_of(text, kind):
    """(name, key hash, point) of NAME+HASH+KEY; None when it is none of this type."""
    name, _, rest = text.partition("+")
    said, _, key = rest.partition("+")
    data = base64.b64decode(key)
    made = hashlib.sha256(name.encode() + b"\n" + data).digest()[:4]
    fits = name and " " not in name and said == made.hex() and len(data) == 33 and data[0] == kind
    point = sound_key(data[1:]) if fits else None
    return point and (name, made, point)


def taken_apart(note):
    """The text, and (name, hash, signature) of each line."""
    text, _, lines = note.rpartition("\n\n")
    signatures = []
    for line in lines.removesuffix("\n").split("\n"):
        dash, name, data = line.split(" ")
        assert dash == "—"
        data = base64.b64decode(data)
        signatures.append((name, data[:4], data[4:]))
    return text + "\n", signatures


def times(note, witness):
    """When this witness signed the note: each good cosignature's time."""
    text, signatures = taken_apart(note)
    name, made, point = witness
    for said, hashed, signature in signatures:
        when = int.from_bytes(signature[:8], "big")
        if (said, hashed) != (name, made) or len(signature) != 72 or when >= 1 << 63:
            continue
        if verifies(point, f"cosignature/v1\ntime {when}\n{text}".encode(), signature[8:]):
            yield when


def policy_of(section):
    """(log, witnesses, how many must sign), or None when it is not in the form."""
    found = re.fullmatch(
        r"log (\S+)\n((?:witness \S+ \S+\n)+)group witnesses ([1-9]\d?)((?: \S+)+)\nquorum witnesses\n", section
    )
    if not found:
        return None
    pairs = [line.split(" ")[1:] for line in found[2].splitlines()]
    names = [name for name, _ in pairs]
    witnesses = [key_of(text, 4) for _, text in pairs]
    log, needed = key_of(found[1], 1), int(found[3])
    keys = {witness and witness[2] for witness in witnesses}
    in_order = names == sorted(set(names), key=str.encode) and found[4].split() == names and len(keys) == len(names)
    named = [witness and witness[0] for witness in witnesses] == names
    return (log, witnesses, needed) if log and in_order and named and needed <= len(names) <= 32 else None


def root_by(leaf, index, size, path):
    """RFC 9162, section 2.1.3.2."""
    at, last, seen = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if at & 1 or at == last:
            seen = hashlib.sha256(b"\1" + sibling + seen).digest()
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            seen = hashlib.sha256(b"\1" + seen + sibling).digest()
        at, last = at >> 1, last >> 1
    return seen if last == 0 else None


def is_taken(file, root):
    found = re.match(rb"temsao bundle 3\nsignature: (\d+)\nproof: (\d+)\n", file)
    if not found:
        return False
    start, middle = found.end(), found.end() + int(found[1])
    signature, proof, payload = (
        file[start:middle],
        file[middle : middle + int(found[2])],
        file[middle + int(found[2]) :],
    )
    lines = signature.decode().split("\n")
    first = base64.b64decode(lines[1])[10:]
    comment = lines[2].removeprefix("trusted comment: ").encode()
    hashed = hashlib.blake2b(payload).digest()
    if not verifies(root, hashed, first) or not verifies(root, first + comment, base64.b64decode(lines[3])):
        return False
    head, _, packed = payload.partition(b"\n\n")
    said = dict(line.split(": ", 1) for line in head.decode().split("\n")[1:])
    if (
        not head.startswith(b"temsao payload 3\n")
        or list(said)[3:] != "list keys revoked lots coverage serials policy".split()
    ):
        return False
    sections = zlib.decompress(packed)
    policy = policy_of(sections[len(sections) - int(said["policy"]) :].decode())
    if not policy:
        return False
    log, witnesses, needed = policy
    entry = f"temsao list 1\nsequence {said['sequence']}\nas-of {said['as-of']}\npayload {hashlib.sha256(payload).hexdigest()}\n"
    form = re.fullmatch(r"c2sp\.org/tlog-proof@v1\nextra (\S+)\nindex (\d+)\n((?:\S+\n)*)\n(.*)", proof.decode(), re.S)
    if not form or base64.b64decode(form[1]) != entry.encode():
        return False
    text, signatures = taken_apart(form[4])
    name, size, shown = text.split("\n")[:3]
    by_log = any((one, made) == log[:2] and verifies(log[2], text.encode(), signed) for one, made, signed in signatures)
    path = [base64.b64decode(line) for line in form[3].split()]
    leaf = hashlib.sha256(b"\0" + entry.encode()).digest()
    reached = int(form[2]) < int(size) and root_by(leaf, int(form[2]), int(size), path) == base64.b64decode(shown)
    signers = sum(any(times(form[4], witness)) for witness in witnesses)
    return name == log[0] and by_log and reached and signers >= needed


def bundles(path):
    wrong, cases, root = [], 0, None
    for line in open(path, encoding="utf-8").read().splitlines():
        kind, *fields = line.split("\t")
        if kind == "root":
            root = sound_key(base64.b64decode(fields[0]))
        elif kind in ("good", "bad"):
            cases += 1
            try:
                taken = is_taken(base64.b64decode(fields[1]), root)
            except (ValueError, IndexError, AssertionError):
                taken = False
            if taken != (kind == "good"):
                wrong.append(f"taken: {taken}: {kind} {fields[0]}")
    return wrong, cases


def cosignatures(path):
    wrong, cases, witnesses = [], 0, []
    for line in open(path, encoding="utf-8").read().splitlines():
        kind, *fields = line.split("\t")
        if kind == "witness":
            witnesses.append(key_of(fields[0], 4))
        elif kind in ("note", "bad"):
            cases += 1
            note = base64.b64decode(fields[-1]).decode()
            seen = [str(max(times(note, witness), default="-")) for witness in witnesses]
            if seen != (fields[:2] if kind == "note" else ["-", "-"]):
                wrong.append(f"{seen}: {line[:80]}")
    return wrong, cases


def main(bundle_file, cosignature_file):
    wrong, cases = bundles(bundle_file)
    more, others = cosignatures(cosignature_file)
    print("\n".join(wrong + more) or f"{cases} bundles and {others} notes, all as the vectors say")
    return bool(wrong + more) or cases < 15 or others < 15


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
