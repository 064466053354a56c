#!/usr/bin/env python3
"""A second reader of the signed list's records of lots, written from src/trace/FORMAT.md alone: signature, lots, coverage
and the filter of printed serials. Standard library only.

    second_lots.py tests/vectors/lots.txt
"""
import base64
import hashlib
import pathlib
import random
import sys
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from second_verifier import sound_key, verifies  # noqa: E402

REST = 8  # bits; one in 256 is taken for a printed one
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GUESSES = 40_000


def line(data, name):
    text, _, rest = data.partition(b"\n")
    assert text.startswith(name + b": "), text
    return text[len(name) + 2 :], rest


def payload_of(file, root):
    """The payload, when its signature holds (a minisign signature file, prehashed)."""
    assert file.startswith(b"temsao bundle 2\n")
    size, rest = line(file.partition(b"\n")[2], b"signature")
    signature, payload = rest[: int(size)].split(b"\n"), rest[int(size) :]
    bare = base64.b64decode(signature[1])
    assert bare[:2] == b"ED"
    assert verifies(root, hashlib.blake2b(payload).digest(), bare[10:]), "the signature"
    comment = signature[2].removeprefix(b"trusted comment: ")
    assert verifies(root, bare[10:] + comment, base64.b64decode(signature[3])), "the comment's signature"
    return payload


def sections_of(payload):
    head, _, rest = payload.partition(b"\n")
    assert head == b"temsao payload 2"
    for name in (b"sequence", b"as-of", b"province"):
        _, rest = line(rest, name)
    sizes = []
    for name in (b"list", b"keys", b"revoked", b"lots", b"coverage", b"serials"):
        size, rest = line(rest, name)
        sizes.append(int(size))
    assert rest[:1] == b"\n"
    packed = zlib.decompressobj()
    text = packed.decompress(rest[1:])
    assert packed.eof and not packed.unused_data and len(text) == sum(sizes)
    sections = []
    for size in sizes:
        sections.append(text[:size])
        text = text[size:]
    return sections


class Filter:
    def __init__(self, section):
        day, rest = line(section, b"day")
        count, rest = line(rest, b"count")
        key, rest = line(rest, b"key")
        assert rest[:1] == b"\n"
        self.day, self.count, self.key = day.decode(), int(count), base64.b64decode(key)
        bits = "".join(f"{byte:08b}" for byte in rest[1:])
        at, value, self.values = 0, 0, set()
        for _ in range(self.count):
            end = bits.index("0", at)
            value += (end - at) << REST | int(bits[end + 1 : end + 1 + REST], 2)
            at = end + 1 + REST
            assert value < self.count << REST
            self.values.add(value)
        assert len(bits) - at < 8 and "1" not in bits[at:]

    def __contains__(self, pair):
        text = "/".join(pair).encode()
        digest = hashlib.blake2b(text, digest_size=16, key=self.key).digest()
        return int.from_bytes(digest[:8], "big") * (self.count << REST) >> 64 in self.values


def main(path):
    wanted = {}
    for row in open(path, encoding="utf-8").read().split("\n"):
        if row and not row.startswith("#"):
            kind, _, rest = row.partition("\t")
            wanted.setdefault(kind, []).append(rest)
    root = sound_key(base64.b64decode(wanted["root"][0]))
    sections = sections_of(payload_of(base64.b64decode(wanted["bundle"][0]), root))
    lots, coverage = (part.decode().split("\n")[:-1] for part in sections[3:5])
    assert lots == wanted["lot"], lots
    assert coverage == wanted["coverage"], coverage
    serials = Filter(sections[5])
    pairs = {kind: [tuple(row.split("\t")) for row in wanted[kind]] for kind in ("printed", "passes", "missing")}
    assert len(pairs["printed"]) == serials.count
    assert all(pair in serials for pair in pairs["printed"] + pairs["passes"])
    assert not any(pair in serials for pair in pairs["missing"])
    chance = random.Random(1)
    product, printed = pairs["printed"][0][0], {serial for _, serial in pairs["printed"]}
    guesses = {"".join(chance.choices(ALPHABET, k=8)) for _ in range(GUESSES)} - printed
    known = sum((product, guess) in serials for guess in guesses)
    print(
        f"{len(lots)} lots, {len(coverage)} producers, {serials.count} serials; {known} of {len(guesses)} guesses pass"
    )
    return known * 200 > len(guesses)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
