#!/usr/bin/env python3
"""A second verifier of signed trace codes and of the marks in bundles, written from src/trace/FORMAT.md alone and sharing nothing with the program:
if both say the same of every vector, the page is complete. Standard library only; slow and plain.

    second_verifier.py tests/vectors/signed_code.txt tests/vectors/bundle_marks.txt
"""
import base64
import datetime
import hashlib
import re
import sys
import urllib.parse

# Ed25519 (RFC 8032), points in affine coordinates.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def add(a, b):
    x1, y1, x2, y2 = *a, *b
    k = D * x1 * x2 * y1 * y2 % P
    return (x1 * y2 + x2 * y1) * pow(1 + k, -1, P) % P, (y1 * y2 + x1 * x2) * pow(1 - k, -1, P) % P


def times(n, point):
    result = (0, 1)
    while n:
        if n & 1:
            result = add(result, point)
        point, n = add(point, point), n >> 1
    return result


def point_of(data):
    """The point, or None when the bytes are no canonical encoding of one."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    if x * x % P != square or (x == 0 and sign):
        return None
    return (P - x if x & 1 != sign else x, y)


BASE = point_of(bytes([0x58]) + b"\x66" * 31)


def sound_key(data):
    point = point_of(data) if len(data) == 32 else None
    return point if point and point != (0, 1) and times(L, point) == (0, 1) else None


def verifies(key, message, signature):
    r, s = point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= L or times(8, r) == (0, 1):
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + encode(key) + message).digest(), "little") % L
    return times(s, BASE) == add(r, times(h, key))


def encode(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


# The page's sections, one by one.
def key_id(data):
    return int.from_bytes(hashlib.sha256(data).digest()[:8], "big") % 10**9


CSET82 = re.compile(r"""[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}""")
FORM = re.compile(
    r"(https|HTTPS)://([A-Za-z0-9.:-]+)(?:/01/(\d{14})(?:/10/([^/?]+))?(?:/21/([^/?]+))?"
    r"|/(sp|SP)/([A-Z0-9-]{3,20})(?:/(lo|LO)/([^/?]+))?(?:/(sr|SR)/([^/?]+))?)"
    r"(?:\?((?:(?:17|hsd)=\d{6})?(?:&?(?:11|nsx)=\d{6})?)&?[sS]=([^&#]*))?"
)


def day(yymmdd):
    y, m, d = (int(yymmdd[i : i + 2]) for i in (0, 2, 4))
    year = 1900 + y if y >= 77 else 2000 + y
    if d == 0:
        return datetime.date(year + m // 12, m % 12 + 1, 1) - datetime.timedelta(1)
    return datetime.date(year, m, d)


def from_number(digits):
    return None if digits == "00000" else datetime.date(1999, 12, 31) + datetime.timedelta(int(digits))


def quoted(text):
    return urllib.parse.quote(text, safe="-._~")


def judge(text, certificates, revoked, today=datetime.date(2026, 11, 24)):
    """state, stars, made, expires"""
    bad = "bad", None, None, None
    found = FORM.fullmatch(text)
    if len(text) > 2953 or not found:
        return bad
    _, host, gtin, lot, serial, _, code, _, internal_lot, _, internal_serial, dates, seal = found.groups()
    if seal is None:
        return "absent", None, None, None
    lot, serial = urllib.parse.unquote(lot or internal_lot or ""), urllib.parse.unquote(serial or internal_serial or "")
    if any(part and not CSET82.fullmatch(part) for part in (lot, serial)):
        return bad
    if gtin and sum(int(c) * (3 if i % 2 == 0 else 1) for i, c in enumerate(gtin)) % 10:
        return bad

    def written(upper):
        ours = str.upper if upper else str
        out = ours("https://" + host.lower() + ("/01/" if gtin else "/sp/")) + (gtin or code)
        out += ours("/10/" if gtin else "/lo/") + quoted(lot) if lot else ""
        out += ours("/21/" if gtin else "/sr/") + quoted(serial) if serial else ""
        return out + "?" + (dates + "&" if dates else "") + "s=" + seal

    if text not in (written(False), written(True)):
        return bad
    if not re.fullmatch(r"1\d{175}", seal) or int(seal[21:]) >= 2**512:
        return bad
    made, expires = from_number(seal[11:16]), from_number(seal[16:21])
    for parameter in dates.split("&") if dates else []:
        name, value = parameter.split("=")
        if day(value) != (expires if name in ("17", "hsd") else made):
            return bad
    candidates = [c for c in certificates if key_id(c["key"]) == int(seal[2:11])]
    if not candidates:
        return "key_unknown", None, None, None
    signature = int(seal[21:]).to_bytes(64, "big")
    message = b"temsao trace code 1\n" + written(False)[:-155].encode()
    states = []
    for certificate in candidates:
        if not verifies(certificate["point"], message, signature):
            states.append("bad")
        elif base64.b64encode(certificate["key"]).decode() in revoked:
            states.append("key_revoked")
        elif (certificate["products"] != ["*"] and (gtin or code) not in certificate["products"]) or (
            made and not certificate["from"] <= made <= certificate["to"]
        ):
            states.append("scope")
        elif not made and certificate["to"] < today:
            states.append("key_expired")
        else:
            return "ok", int(seal[1]), made, expires
    return next((s for s in states if s != "bad"), "bad"), None, None, None


def read_certificate(line, root):
    signed, _, signature = line.rpartition("\t")
    fields = signed.split("\t")
    key, first, last, products, producer = fields[:5]
    form = b"2" if len(fields) == 6 else b"1"
    message = b"temsao key certificate " + form + b"\n" + signed.encode()
    assert verifies(root, message, base64.b64decode(signature)), producer
    key = base64.b64decode(key)
    return {
        "key": key,
        "point": sound_key(key),
        "from": datetime.date.fromisoformat(first),
        "to": datetime.date.fromisoformat(last),
        "products": products.split(","),
        "sealed from": fields[5] if len(fields) == 6 else None,
    }


def verifier_key(text):
    """A log's name and key as C2SP writes them, NAME+HASH+KEY; None when they do not fit."""
    name, _, rest = text.partition("+")
    said, _, key = rest.partition("+")
    data = base64.b64decode(key)
    is_form = name and re.fullmatch("[0-9a-f]{8}", said) and len(data) == 33 and data[0] == 1
    fits = is_form and hashlib.sha256(name.encode() + b"\n" + data).digest()[:4].hex() == said
    return sound_key(data[1:]) if fits else None


def mark_of(payload, signature_file, root):
    """What the signature of a bundle says of the print log: the words of a mark, "none", or "bad"."""
    untrusted, first, comment, second = signature_file.decode().removesuffix("\n").split("\n")
    signature, words = base64.b64decode(first), comment.removeprefix("trusted comment: ")
    is_signed = verifies(root, hashlib.blake2b(payload).digest(), signature[10:]) and verifies(
        root, signature[10:] + words.encode(), base64.b64decode(second)
    )
    if not is_signed:
        return "bad"
    found = re.fullmatch(r"temsao bundle \d+ log (\S+) ([1-9]\d*) ([A-Za-z0-9+/]{43}=)", words)
    return f"{found[1]} {found[2]} {found[3]}" if found and verifier_key(found[1]) else "none"


def marks(path):
    wrong, cases, root, payload = [], 0, None, b""
    for line in open(path, encoding="utf-8").read().splitlines():
        kind, *fields = line.split("\t")
        if kind == "root":
            root = sound_key(base64.b64decode(fields[0]))
        elif kind == "payload":
            payload = base64.b64decode(fields[0])
        elif kind in ("mark", "none", "bad"):
            cases += 1
            if (said := mark_of(payload, base64.b64decode(fields[1]), root)) != (fields[0] if kind == "mark" else kind):
                wrong.append(f"{said}: {line}")
    print("\n".join(wrong) or f"{cases} marks, all as the vectors say")
    return bool(wrong) or cases < 10


def main(path):
    root, certificates, revoked, wrong, cases = None, [], set(), [], 0
    for line in open(path, encoding="utf-8").read().split("\n"):
        if not line or line.startswith("#"):
            continue
        kind, _, rest = line.partition("\t")
        fields = rest.split("\t")
        if kind == "root":
            root = sound_key(base64.b64decode(rest))
        elif kind == "certificate":
            certificates.append(read_certificate(rest, root))
        elif kind == "revocation":
            revoked.add(fields[1])
        elif kind == "id":
            cases += 1
            if str(key_id(base64.b64decode(fields[0]))) != fields[1]:
                wrong.append(line)
        elif kind == "unsound":
            cases += 1
            if sound_key(base64.b64decode(fields[1])):
                wrong.append(line)
        elif kind == "sealed":
            cases += 1
            days = [c["sealed from"] for c in certificates if c["sealed from"] and fields[1] in c["products"]]
            if min(days, default="-") != fields[0]:
                wrong.append(line)
        elif kind == "key_expired":
            cases += 1
            on, before = (datetime.date.fromisoformat(fields[0]) - datetime.timedelta(d) for d in (0, 1))
            states = [judge(fields[1], certificates, revoked, today)[0] for today in (on, before)]
            if states != ["key_expired", "ok"]:
                wrong.append(f"{states}: {line}")
        else:
            cases += 1
            state, stars, made, expires = judge(fields[-1], certificates, revoked)
            said = [str(stars), str(made or "-"), str(expires or "-")]
            if state != kind or (kind == "ok" and said != fields[:3]):
                wrong.append(f"{state} {said}: {line}")
    print("\n".join(wrong) or f"{cases} cases, all as the vectors say")
    return bool(wrong) or cases < 40


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) or marks(sys.argv[2]))
