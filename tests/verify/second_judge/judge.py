"""A list (CSV), a text and a day -> the verdict and the findings. Written from the documents, not from the program."""
import csv
import datetime
import io
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

from second_judge import code as codes
from second_judge import cells

FRESH_DAYS = 30
INVALID, CHECK, INFO = "invalid", "check", "info"


@dataclass
class Certificate:
    stars: int
    decision: str
    issuer: str
    issued: datetime.date
    end: datetime.date
    end_is_given: bool
    status: str


@dataclass
class Product:
    identity: tuple
    number: str  # as the list gives it; empty when it gives none
    rows: list = field(default_factory=list)
    certificates: list = field(default_factory=list)


def months_later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return datetime.date(year, month + 1, last)
        except ValueError:
            pass
    return datetime.date(year, month + 1, min(day.day, 28))


def internal_code(name, producer):
    """Every version's code of a product without a number: FNV-1a over both names (src/catalog/import.h)."""
    value = 14695981039346656037
    for byte in f"{spelled(name)}\n{spelled(producer)}".encode():
        value = (value ^ byte) * 1099511628211 % 2**64
    text = "P"
    for _ in range(8):
        text += "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"[(value ^ value >> 40) & 31]
        value >>= 5
    return text


def spelled(text):
    """cells.fold without the look-alikes of Đ, which were not folded when the codes were first made."""
    eth = "\ue000"  # kept apart
    return cells.fold(text.replace("ð", eth).replace("Ð", eth)).replace(eth, "ð")


def read_row(row, as_of):
    """(name, producer, number, Certificate), or None when the row is refused."""
    number = re.sub(r"[ -]", "", row["Mã vạch"])
    if number:
        if not re.fullmatch(r"\d{8}|\d{12,14}", number) or codes.check_digit(number[:-1]) != number[-1]:
            return None
        number = number.zfill(14)
    elif row["Mã nội bộ"]:
        number = row["Mã nội bộ"]
        if not re.fullmatch(r"[A-Z0-9-]{3,20}", number):
            return None
    stars = cells.stars(row["Hạng sao"])
    issued, end = cells.day(row["Ngày QĐ"]), cells.day(row["Có giá trị đến"])
    if not stars or not issued or (row["Có giá trị đến"] and (not end or end <= issued)):
        return None
    beside = cells.Beside(cells.decision(row["Số QĐ"]) or row["Số QĐ"], issued, as_of)
    said, until = cells.status(row["Trạng thái"], beside)
    usual = end or months_later(issued, 36)
    if until and until != usual:
        if end is None and until > issued:
            end = until
        else:
            said = "unclear"
    if cells.is_over(row["Trạng thái"]) and (end or usual) < as_of:
        said = "valid"  # the last day says the same
    status = cells.gravest([said or "valid", cells.note(row["Ghi chú"], beside)])
    certificate = Certificate(
        stars=stars,
        decision=beside.decision,
        issuer=row["Cơ quan cấp"],
        issued=issued,
        end=end or months_later(issued, 36),
        end_is_given=end is not None,
        status=status,
    )
    return row["Tên sản phẩm"], row["Chủ thể"], number, certificate


class ProductList:
    def __init__(self, text, as_of):
        self.as_of = as_of
        self.products = []
        self.refused = set()  # numbers of rows, the heading's is 1
        self.by_number = defaultdict(list)
        groups = {}
        for place, row in enumerate(csv.DictReader(io.StringIO(text)), 2):
            row = {key: " ".join(unicodedata.normalize("NFC", value).split()) for key, value in row.items()}
            read = read_row(row, as_of)
            if not read:
                self.refused.add(place)
                continue
            name, producer, number, certificate = read
            identity = (cells.fold(name), cells.producer(producer))
            group = groups.setdefault((identity, number), Product(identity, number))
            group.rows.append((name, producer, certificate))
        self.products = list(groups.values())
        self.join()

    def join(self):
        by_identity = defaultdict(list)
        for product in self.products:
            by_identity[product.identity].append(product)
        for alike in by_identity.values():
            bare = [p for p in alike if not p.number]
            for product in alike:
                others = [p for p in alike if p is not product] if not product.number else bare
                rows = [c for _, _, c in product.rows] + [c for p in others if p is not product for _, _, c in p.rows]
                product.certificates = one_each(rows)
        for product in self.products:
            if product.number:
                self.by_number[product.number].append(product)
            else:
                name, producer, _ = min(product.rows, key=lambda row: (row[2].issued, row[0], row[1]))
                self.by_number[internal_code(name, producer)].append(product)

    def has_neighbour(self, gtin):
        return any(len(p.number) == 14 and p.number.isdigit() and p.number[1:8] == gtin[1:8] for p in self.products)


def one_each(rows):
    """Rows of one decision become one certificate: the gravest status counts, a given end goes before a computed one.
    Rows that differ in stars or end stay apart."""
    by_decision = defaultdict(list)
    for row in rows:
        by_decision[row.issued, cells.fold(row.decision)].append(row)
    certificates = []
    for group in by_decision.values():
        issuers = {issuer_key(row.issuer) for row in group} - {""} or {""}
        for issuer in issuers:
            same = [row for row in group if issuer_key(row.issuer) in ("", issuer)]
            status = cells.gravest([row.status for row in same])
            given = [row.end for row in same if row.end_is_given]
            spelled_issuer = min([row.issuer for row in same if row.issuer], default="")
            kinds = {(row.stars, row.end if row.end_is_given or not given else min(given)) for row in same}
            for stars, end in sorted(kinds):
                decision = min(row.decision for row in same)
                certificates.append(
                    Certificate(stars, decision, spelled_issuer, same[0].issued, end, bool(given), status)
                )
    return certificates


def issuer_key(text):
    return cells.fold(text).replace("ủy ban nhân dân", "ubnd")


def state(one, product, day):
    """What this certificate is on the day, by itself."""
    if one.status == "superseded":
        successors = [
            c.issued
            for c in product.certificates
            if c is not one and c.status != "superseded" and c.issued >= one.issued
        ]
        if any(issued <= day for issued in successors):
            return "replaced"
        if not successors:
            return "superseded"
    elif one.status != "valid":
        return one.status
    return "future" if day < one.issued else "ended" if one.end < day else "runs"


def certificate_findings(product, day, as_of, accuse, code):
    found = {}
    states = [(c, state(c, product, day)) for c in product.certificates]
    issued = [(c, s) for c, s in states if c.issued <= day and s != "replaced"]
    if not issued:
        first = min(c.issued for c, _ in states)
        newest = [(c, s) for c, s in states if c.issued == first]
    else:
        last = max(c.issued for c, _ in issued)
        newest = [(c, s) for c, s in issued if c.issued == last]
    ended = [(c, s) for c, s in newest if s != "runs" and c.issued <= day]
    running = [c for c, s in issued if s == "runs"]
    grave = ["ended", "future", "runs", "superseded", "unclear", "delisted", "revoked"]
    if ended or not issued:
        by_weight = lambda item: (
            -max(grave.index(item[1]), 2),
            item[0].end,
            item[0].stars,
            item[0].decision,
            item[0].issuer,
        )
        certificate, its_state = min(ended or newest, key=by_weight)
    else:
        certificate, its_state = min(
            newest, key=lambda item: (item[0].stars, item[0].end, item[0].decision, item[0].issuer)
        )
    if ended and running:
        found["CERT_OTHER_RUNS"] = accuse = CHECK
    if its_state == "revoked":
        found["CERT_REVOKED"] = accuse
    elif its_state == "delisted":
        found["DELISTED"] = accuse
    elif its_state == "superseded":
        found["CERT_SUPERSEDED"] = CHECK
    else:
        if its_state == "unclear":
            found["CERT_STATUS_UNCLEAR"] = CHECK
        if day < certificate.issued:
            found["NOT_YET_VALID"] = CHECK if day < as_of else accuse
            return found
        if day == certificate.end and not certificate.end_is_given:
            found["CERT_BORDERLINE"] = CHECK
        elif certificate.end < day:
            found["CERT_EXPIRED"] = accuse
            if code.made() and code.made() <= certificate.end:
                found["MADE_BEFORE_END"] = INFO
        if not cells.could_grant(certificate.stars, certificate.issuer, certificate.issued):
            found["ISSUER_IMPLAUSIBLE"] = CHECK
    return found


def date_findings(code, day):
    found = {}
    made = code.made()
    if made and made > day:
        found["MADE_IN_FUTURE"] = CHECK
    for ai, end in code.ends():
        if end < day:
            found["SALE_ENDED" if ai == "16" else "GOODS_EXPIRED"] = CHECK
        if made and end <= made:
            found["DATE_MISMATCH"] = CHECK
    return found


def judge(products, text, day):
    """(verdict, {finding: severity}). Any broken rule of a text on our own host is told as BROKEN."""
    code, ours = codes.parse(text), codes.is_ours(text)
    if (
        not ours
        and (not code or not code.is_gtin or code.unpadded)
        or ours
        and not code
        and not codes.has_our_path(text)
    ):
        return "inconclusive", {"NOT_A_TRACE_CODE": INFO}
    if not code:
        return "invalid", {"BROKEN": INVALID}
    found = {name: CHECK for name in codes.host_findings(text)}
    if code.unpadded:
        found["SYNTAX_UNPADDED_GTIN"] = CHECK
    if not code.lot and not code.serial:
        found["TRACE_TOO_THIN"] = CHECK
    clear = code.dates.get("11")
    if clear and any(day <= clear for ai, day in code.dates.items() if ai in codes.ENDS):
        found["SYNTAX_DATES"] = CHECK
    found["SIG_NOT_CHECKED" if code.signed else "SIG_ABSENT"] = INFO
    stale = (day - products.as_of).days > FRESH_DAYS
    if stale:
        found["LIST_STALE"] = CHECK
    if day < products.as_of:
        found["CLOCK_DOUBTFUL"] = CHECK
    named = products.by_number.get(code.number, [])
    if not named:
        near = code.is_gtin and products.has_neighbour(code.number)
        found["PRODUCT_NOT_LISTED" if near else "NOT_LISTED"] = CHECK
    else:
        found.update(date_findings(code, day))
        if len(named) > 1:
            found["AMBIGUOUS"] = CHECK
        else:
            found.update(certificate_findings(named[0], day, products.as_of, CHECK if stale else INVALID, code))
    severities = set(found.values())
    verdict = INVALID if INVALID in severities else CHECK if CHECK in severities else "valid"
    if verdict == "valid":
        found["OK"] = INFO
    return verdict, found
