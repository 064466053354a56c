"""The text of a symbol, taken apart: GS1 Digital Link as the rules of GS1's own engine have it, and the internal codes
of src/trace/trace_code.h. Knows the application identifiers that make.py writes, and no others."""
import calendar
import datetime
import re
import urllib.parse
from dataclasses import dataclass, field

OUR_HOST = "id.ocop.vn"
PORTALS = (
    "truyxuatnguongoc.gov.vn elabel.gov.vn verigoods.vn checkvn.mae.gov.vn id.gs1.org icheck.vn icheck.com.vn "
    "vnptcheck.vn itrace247.com te-food.com checkee.vn vlabel.vn"
).split()
SHORTENERS = "bit.ly tinyurl.com t.co goo.gl is.gd cutt.ly qrco.de".split()
KEYS = {
    "00",
    "01",
    "253",
    "255",
    "401",
    "402",
    "414",
    "415",
    "417",
    "8003",
    "8004",
    "8006",
    "8010",
    "8013",
    "8017",
    "8018",
}
PATHS = [["22", "10", "21"], ["235"]]
ENDS = {"15", "16", "17", "7003"}
DATES = {"11", "13", "15", "16", "17"}
QUERY = DATES | {"20", "7003", "240", "422"}
KNOWN = KEYS | QUERY | {"10", "21", "22", "235", "37", "8200"}
SET82 = re.compile(r"[!\"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+")


@dataclass
class Code:
    number: str = ""
    is_gtin: bool = True
    lot: str = ""
    serial: str = ""
    dates: dict = field(default_factory=dict)  # AI -> day
    signed: bool = False
    unpadded: bool = False
    sealed: dict = field(default_factory=dict)  # AI -> day, of a seal (src/trace/FORMAT.md)

    def read_seal(self, text):
        found = re.fullmatch(r"1\d(\d{9})(\d{5})(\d{5})(\d{155})", text)
        if found and int(found[4]) < 2**512:
            for ai, days in (("11", int(found[2])), ("17", int(found[3]))):
                if days:
                    self.sealed[ai] = datetime.date(1999, 12, 31) + datetime.timedelta(days)

    def made(self):
        return self.dates.get("11") or self.sealed.get("11")

    def ends(self):
        """Every last day that counts: those in clear, and the seal's where none of them is an expiry date."""
        found = [(ai, day) for ai, day in self.dates.items() if ai in ENDS]
        if "17" in self.sealed and all(ai == "16" for ai, _ in found):
            found.append(("17", self.sealed["17"]))
        return found


def check_digit(digits):
    return str(-sum(int(d) * (3, 1)[i % 2] for i, d in enumerate(reversed(digits))) % 10)


def year_of(two, this_year=2026):
    ahead = two - this_year % 100
    return this_year // 100 * 100 + two + (-100 if ahead >= 51 else 100 if ahead <= -50 else 0)


def date_of(text, may_be_month=True):
    if not re.fullmatch(r"\d{6}", text):
        return None
    year, month, day = year_of(int(text[:2])), int(text[2:4]), int(text[4:])
    if not 1 <= month <= 12 or (day == 0 and not may_be_month):
        return None
    last = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, day or last) if day <= last else None


def value_holds(ai, value):
    if ai in DATES:
        return date_of(value) is not None
    if ai == "7003":
        return bool(re.fullmatch(r"\d{6}([01]\d|2[0-3])[0-5]\d", value)) and date_of(value[:6], False) is not None
    if ai == "20":
        return bool(re.fullmatch(r"\d\d", value))
    if ai == "422":
        return value in ("704", "156", "764")
    if ai in ("10", "21", "22", "235", "240"):
        most = {"235": 28, "240": 30}.get(ai, 20)
        return len(value) <= most and bool(SET82.fullmatch(value))
    return False  # 37, 8200: never beside (01) in a link


def gs1(text):
    """Code, or None when a rule is broken or the key is no GTIN."""
    if len(text.encode()) > 2953 or not re.fullmatch(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", text):
        return None
    found = re.match(r"(?:https|HTTPS|http|HTTP)://([^/]+)(/.*)$", text)
    if not found or re.search(r"[_~?#@!$&'()*+,;=%]", found[1]):
        return None
    path, _, query = found[2].partition("#")[0].partition("?")
    parts, pairs = path.split("/")[1:], []
    while len(parts) >= 2:
        ai, value = parts[-2:]
        del parts[-2:]
        pairs.insert(0, (ai, value))
        if ai in KEYS:
            break
    if not pairs or pairs[0][0] != "01" or any(ai not in KNOWN or not value for ai, value in pairs):
        return None
    code, seen = Code(), set()
    order = [ai for ai, _ in pairs[1:]]
    if not any([ai for ai in row if ai in order] == order for row in PATHS):
        return None
    for ai, value in pairs:
        value = urllib.parse.unquote(value, errors="surrogateescape")
        if ai == "01":
            if not re.fullmatch(r"\d{8}|\d{12,14}", value) or check_digit(value[:-1]) != value[-1]:
                return None
            code.unpadded = len(value) < 14
            code.number = value.zfill(14)
        elif not value_holds(ai, value):
            return None
        code.lot = value if ai == "10" else code.lot
        code.serial = value if ai == "21" else code.serial
        seen.add(ai)
    for parameter in filter(None, query.split("&")):
        name, equals, value = parameter.partition("=")
        if not equals:
            continue
        if not name.isdigit():
            if name == "s" and not code.signed:
                code.signed = True
                code.read_seal(urllib.parse.unquote_plus(value))
            continue
        value = urllib.parse.unquote_plus(value, errors="surrogateescape")
        if name in seen or name not in QUERY or not value_holds(name, value):
            return None
        seen.add(name)
        if name in DATES or name == "7003":
            code.dates[name] = date_of(value[:6])
    return code


def internal(text):
    """Code or None. https://HOST/…/sp/CODE[/lo/LOT][/sr/SERIAL][?hsd=YYMMDD][&nsx=YYMMDD][&s=…]"""
    found = re.match(r"(?:https|HTTPS|http|HTTP)://([A-Za-z0-9.:-]+)(/[^?#]*)\??([^#]*)", text)
    at = found and re.match(r"(.*?)/(sp|SP)/([^/]+)((?:/(?:lo|LO)/([^/]+))?(?:/(?:sr|SR)/([^/]+))?)$", found[2])
    if not at or "/sp/" in at[1].lower() or not re.fullmatch(r"[A-Z0-9-]{3,20}", at[3]):
        return None
    code = Code(number=at[3], is_gtin=False)
    code.lot, code.serial = (urllib.parse.unquote(part or "") for part in (at[5], at[6]))
    for part in (code.lot, code.serial):
        if part and not value_holds("10", part):
            return None
    for parameter in filter(None, found[3].split("&")):
        name, _, value = parameter.partition("=")
        if name == "s":
            if code.signed:
                return None
            code.signed = True
            code.read_seal(urllib.parse.unquote_plus(value))
        elif name in ("hsd", "nsx"):
            ai = "17" if name == "hsd" else "11"
            if ai in code.dates or date_of(value) is None:
                return None
            code.dates[ai] = date_of(value)
    return code


# --- where it leads --------------------------------------------------------------------------------------------------
@dataclass
class Place:
    scheme: str
    user: str
    host: str
    port: str
    path: str


def place(text):
    found = re.match(r"([^:]*(?::(?!//)[^:]*)*)://([^/?#\\]*)(.*)$", text, re.S)
    if not found:
        return None
    user, at, host = found[2].rpartition("@")
    port = ""
    if host.startswith("["):
        host, _, port = host.partition("]")
        host += "]"
    elif ":" in host:
        host, colon, port = host.partition(":")
        port = colon + port
    return Place(found[1].lower(), user + at, host.lower(), port, found[3])


def without_user(text):
    where = place(text)
    return text.replace(where.user, "", 1) if where and where.user else text


def is_under(host, names):
    return any(host == name or host.endswith("." + name) for name in names)


def slips(a, b):
    """Letters added, lost or changed, and neighbours swapped: the distance of Damerau."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        rows.append([i])
        for j, y in enumerate(b, 1):
            best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i].append(best)
    return rows[-1][-1]


def as_seen(host):
    """As somebody reads it in a hurry."""
    plain = re.sub(r"[.-]", "", host).translate(str.maketrans("0134578l", "oieastbi"))
    return plain.replace("rn", "m").replace("vv", "w")


def looks_like_known(host):
    for name in PORTALS + [OUR_HOST]:
        seen, wanted = as_seen(host), as_seen(name)
        one_owner = host.split(".")[-2:] == name.split(".")[-2:]
        if len(wanted) >= 8 and (wanted in seen or not one_owner and slips(seen, wanted) <= 1):
            return True
    return False


def host_findings(text):
    where = place(text)
    if not where:
        return set()
    host = where.host
    known = is_under(host, PORTALS + [OUR_HOST])
    suspicious = (
        where.scheme == "http"
        or where.user
        or where.port not in ("", ":443")
        or re.fullmatch(r"\[.*|0x.*|[0-9.]+", host)
        or "xn--" in host
        or is_under(host, SHORTENERS)
        or (not known and looks_like_known(host))
    )
    return {"HOST_SUSPICIOUS"} if suspicious else set() if known else {"HOST_UNKNOWN"}


def is_ours(text):
    where = place(text)
    return bool(where) and where.scheme in ("http", "https") and is_under(where.host, [OUR_HOST])


def has_our_path(text):
    folders = re.split(r"[?#]", place(text).path)[0].split("/")[1:]
    return any(folder == "01" or folder.lower() == "sp" for folder in folders)


def parse(text):
    for form in (text, without_user(text)):
        code = gs1(form) or internal(form)
        if code:
            return code
    # Our resolver, and so our judge, overlooks one slash at the end of a path with a GTIN.
    address, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", text, re.S).groups()
    if is_ours(text) and address.endswith("/") and not address.endswith("//"):
        return gs1(without_user(address[:-1] + mark + rest))
    return None
