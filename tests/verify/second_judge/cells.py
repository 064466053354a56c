"""What the cells of a list mean: status, notes, issuers, names. Written from the documents (Decision 148/QĐ-TTg and its
like, the decisions on doubtful lists in docs/decisions.md), not from the program."""
import datetime
import re
import unicodedata
from dataclasses import dataclass

DECISION = re.compile(r"(?<!\d)(?<!\d[./,-])(\d{1,5}(?:/[12]\d{3})?)/Q[ĐD]-([A-ZĐ]+(?:-[A-ZĐ]+)*)")


def fold(text):
    """Small letters, composed, one space between words, one look for Đ and for the tone's place."""
    text = unicodedata.normalize("NFC", text).lower().replace("ð", "đ").replace("ɖ", "đ")
    text = re.sub(r"[‐-―−]", "-", text)
    text = re.sub(r"[\u00a0\u200b\s]+", " ", text).strip()
    for new, old in zip(
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(), "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
    ):
        text = re.sub(rf"(?<!q){new}(?!\w)", old, text)
    return text


def bare(text):
    return "".join(
        c for c in unicodedata.normalize("NFD", fold(text).replace("đ", "d")) if not unicodedata.combining(c)
    )


STARS = re.compile(
    r"(?:(?:xep hang|phan hang|dat hang|hang|dat|ocop|san pham|cong nhan|ket qua):? )*"
    r"(?:([1-5]) ?(?:sao|stars?|\*|★)?|(mot|hai|ba|bon|nam) sao|((?:\* ?){1,5}|(?:★ ?){1,5}))"
    r"(?: ocop| cap (?:tinh|huyen|quoc gia))*"
)


def stars(text):
    """None for every other word beside the number."""
    found = STARS.fullmatch(bare(text))
    if not found:
        return None
    figure, word, drawn = found.groups()
    if figure:
        return int(figure)
    return "mot hai ba bon nam".split().index(word) + 1 if word else len(drawn.replace(" ", ""))


LEGAL_FORMS = [
    (r"nông nghiệp", "nn"),
    (r"hai thành viên", "2tv"),
    (r"trách nhiệm hữu hạn", "tnhh"),
    (r"hợp tác xã", "htx"),
    (r"tổ hợp tác", "tht"),
    (r"cổ phần", "cp"),
    (r"sản xuất", "sx"),
    (r"kinh doanh", "kd"),
    (r"thương mại", "tm"),
    (r"dịch vụ", "dv"),
    (r"một thành viên", "mtv"),
    (r"công ty", "cty"),
    (r"ct(?= (tnhh|cp)\b)", "cty"),
    (r"cơ sở sx", "cssx"),
    (r"hộ kd", "hkd"),
]


def producer(text):
    text = re.sub(r"[\"“”«»]", "", fold(text)).replace("&", " và ")
    text = fold(text.replace(".", " "))
    for full, brief in LEGAL_FORMS:
        text = re.sub(rf"(?<!\w){full}(?!\w)", brief, text)
    return text


def day(text):
    found = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text.strip())
    try:
        return datetime.date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def decision(text):
    found = DECISION.search(unicodedata.normalize("NFC", text).upper())
    return f"{found[1]}/QĐ-{found[2]}" if found else ""


# --- an end, in the words of a status column or a note ---------------------------------------------------------------
ENDS = [
    ("revoked", r"thu hồi|revoked", False),
    ("delisted", r"(?:đưa|loại bỏ|loại|rút|xóa)(?: tên)?(?: ra)? khỏi|delisted|removed", False),
    (
        "superseded",
        r"(?:được|bị) thay thế(?! cho)|thay thế (?=bởi|bằng|theo)|thay thế(?=\s*(?:[,;.]|$))|superseded|replaced",
        False,
    ),
    # only with a decision: alone they may be a stop for a time, or the end of a term
    ("revoked", r"hủy bỏ|hủy|bãi bỏ|chấm dứt|không còn hiệu lực|hết hiệu lực|withdrawn|cancelled", True),
]
NO = r"chưa|không|chẳng|ko|no(?! \d)|not|never|without"
MAYBE = (
    r"đề nghị|đề xuất|kiến nghị|xem xét|dự kiến|sẽ|sắp|đang|chờ|hoãn|tạm|nếu|có thể|hủy|bãi bỏ|đình chỉ|khiếu nại|"
    r"phục hồi|khôi phục|nhầm|lô|một phần|proposed|proposal|pending|may|might|will|if|review|cancelled|annulled|"
    r"restored|reinstated|appeal"
)
AGAIN = r"tái công nhận|công nhận lại|cấp lại|cấp đổi|nâng hạng|nâng sao|đánh giá lại|giữ hạng|gia hạn"
BEFORE = (
    r"đã|bị|được|có|theo|tại|bởi|bằng|quyết|định|qđ|số|của|nay|sản|phẩm|giấy|chứng|nhận|công|gcn|ocop|này|ngày|was|has|"
    r"been|is|by|the|certificate|decision|product|no"
)
CERTIFICATE = (
    r"giấy chứng nhận|giấy công nhận|giấy|gcn|chứng nhận|kết quả công nhận|công nhận|quyết định công nhận|"
    r"qđ công nhận|hiệu lực|danh hiệu|sản phẩm này|sản phẩm ocop|ocop|này"
)
LIST = r"danh sách|danh mục|chương trình|sản phẩm|ocop|tỉnh"
BY = r"theo|tại|bằng|bởi|do|by|under"
NOUN = r"quyết định|qđ|số|decision|no|number|the"
NUMBER = r"\d{1,5}(?:/[12]\d{3})?/qd-[a-z]+(?:-[a-z]+)*"
DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
WHEN = rf"(?:(?:kể từ ngày|từ ngày|từ|ngày|vào|on|from|dated) )?({DAY})"
WHO = r"của (?:ubnd|ủy ban nhân dân|chủ tịch|bộ|sở)(?: (?!về|việc|cho|số|ngày|theo)[^\s,;.()]+)*"
GRAVE = (
    r"đình chỉ|hết hiệu lực|không còn hiệu lực|không còn giá trị|hết hạn|hủy bỏ|hủy|bãi bỏ|chấm dứt|không đạt|"
    r"không duy trì|trả lại|suspended|expired|invalid|cancelled|withdrawn|revocation"
)
FINE = (
    r"(?:(?:đang )?còn|đang có|có|đang)? ?hiệu lực|còn (?:thời )?hạn|còn giá trị|công nhận lần đầu|lần đầu|"
    r"công nhận(?: mới| lại)?|đánh giá lại|nâng hạng|giữ hạng|(?:đã được |đã |được )công nhận|valid|in force|active"
)
AROUND_NO = rf"{BEFORE}|thuộc|diện|đối|tượng|trường|hợp|phải|từng|danh|sách|{BY}"
LOWER = r"hạ xuống|hạ sao|hạ hạng|bị hạ|giáng hạng|xuống hạng"


def typed(text):
    """How the patterns read in a text typed so: without accents when it has none outside the numbers of decisions."""
    plain = re.sub(r"\S*/\S*", "", fold(text)).isascii()
    return bare if plain else lambda pattern: pattern


def plainly(text):
    """Folded, with QĐ in numbers as QD, whichever way the rest is typed."""
    return fold(text).replace("/qđ-", "/qd-")


def says(words, text):
    return re.search(rf"(?<!\w)(?:{words})(?!\w)", text) is not None


def clauses(text):
    return [one.strip() for one in re.split(r"[,;.](?=\s|$)", text) if one.strip()]


def first_end(clause, p):
    """(status, needs a decision, words before, words behind) of the first end in the clause, or None."""
    found = []
    for end, words, needs in ENDS:
        at = re.search(rf"(?<!\w)(?:{p(words)})(?!\w)", clause)
        if at:
            found.append((at.start(), end, needs, clause[: at.start()].strip(), clause[at.end() :].strip()))
    return min(found)[1:] if found else None


def behind_is_plain(behind, thing, p):
    """(decision, [days]) of "giấy chứng nhận theo Quyết định số 9/QĐ-UBND ngày …", or None for any other words."""
    named, by, days = "", False, []
    while behind := behind.strip(" :-"):
        if behind.startswith(("(", ")")):
            by, behind = by or behind[0] == "(", behind[1:]
            continue
        kinds = [("when", WHEN), ("number", NUMBER)]
        kinds += [("who", WHO), ("noun", NOUN)] if by else []
        kinds += [] if named else [("by", BY)]
        kinds += [] if by or not thing else [("thing", thing)]
        for kind, words in kinds:
            at = re.match(rf"(?:{p(words)})(?!\w)", behind)
            if not at:
                continue
            if kind == "number":
                if not by or named:
                    return None
                named = decision(at[0])
            if kind == "when":
                days.append(day(re.search(DAY, at[0])[0]))
            by = by or kind == "by"
            behind = behind[at.end() :]
            break
        else:
            return None
    return named, days


def before_is_plain(before, p):
    """(decision, [days]) of "QĐ 9/QĐ-UBND ngày … của UBND tỉnh về việc", "đã bị", or None."""
    named, days = "", []
    while before := before.strip(" :()-"):
        kinds = [WHEN, NUMBER, BEFORE] + ([WHO, "về việc", "về"] if named else [])
        at = next(filter(None, (re.match(rf"(?:{p(words)})(?!\w)", before) for words in kinds)), None)
        if not at:
            return None
        if re.fullmatch(NUMBER, at[0]):
            if named:
                return None
            named = decision(at[0])
        elif re.search(DAY, at[0]):
            days.append(day(re.search(DAY, at[0])[0]))
        before = before[at.end() :]
    return named, days


@dataclass
class Beside:
    """The certificate beside which a cell stands."""

    decision: str
    issued: datetime.date
    as_of: datetime.date


def fits(named, days, beside):
    """A decision that ends a certificate is another one, made after it and by the list's day."""
    if any(not beside.issued < one <= beside.as_of for one in days if one):
        return False
    year = re.fullmatch(r"\d+/(\d{4})/.*", named)
    if year and not beside.issued.year <= int(year[1]) <= beside.as_of.year:
        return False
    return not named or named != beside.decision or bool(days)


def replaces(p, text):
    return says(p("thay thế"), text) and not any(
        (end := first_end(clause, p)) and end[0] == "superseded" for clause in clauses(text)
    )


def clear_ends(cell, must_name, beside):
    """[(end, decision)] of what the cell states without a doubt."""
    p, text = typed(cell), plainly(cell)
    reasons = rf"(?<!\w)(?:{p('vì|lý do')}|because|due|do(?! (?:{p(NOUN)}|\d)))(?!\w)"
    claim = re.split(reasons, text)[0].strip()
    if "?" in text or says(p(AGAIN), text) or replaces(p, text):
        return []
    whole = [end for clause in clauses(text) if (end := first_end(clause, p))]
    found = []
    for clause in clauses(claim):
        end = first_end(clause, p)
        if not end:
            continue
        status, needs, before, behind = end
        own = clause[len(before) : len(clause) - len(behind)] if behind else clause[len(before) :]
        others = claim.replace(own.strip(), " ", 1)
        if says(p(NO), others) or says(p(MAYBE), others) or (needs and len(whole) > 1):
            continue
        thing = {"delisted": LIST, "superseded": None}.get(status, CERTIFICATE)
        after, front = behind_is_plain(behind, thing, p), before_is_plain(before, p)
        if after is None or front is None:
            continue
        named, days = after[0] or front[0], after[1] + front[1]
        if fits(named, days, beside) and (named or not (must_name or needs)):
            found.append((status, named))
    return found


WEIGHT = ["valid", "superseded", "unclear", "delisted", "revoked"]


def gravest(statuses):
    return max(statuses, key=WEIGHT.index)


def is_denied(clause, p):
    """Says of the end that it did not happen, and nothing else."""
    end = first_end(clause, p)
    if not end:
        return False
    _, _, before, behind = end
    answer = re.fullmatch(rf"(?:[:-]|\()\s*(?:{p(NO)})\)?", behind)
    if answer and not before:
        return True
    words = re.findall(r"[^\s:()]+", before)
    denials = [word for word in words if re.fullmatch(p(NO), word)]
    if len(denials) != 1 or not all(re.fullmatch(rf"{p(NO)}|{p(AROUND_NO)}", word) for word in words):
        return False
    return behind_is_plain(behind, f"{CERTIFICATE}|{LIST}", p) is not None


def is_over(cell):
    """ "Hết hạn" and no other word: the term is over, by no decision."""
    text = fold(" ".join(cell.split()).rstrip(".;,").lower())
    words = r"(đã )?(hết (hạn|thời hạn|hiệu lực|hạn hiệu lực)|quá hạn)|expired|lapsed"
    return bool(re.fullmatch(typed(cell)(words), text))


def status(cell, beside):
    """None for an empty cell, else one of WEIGHT; and the last day that the words give."""
    if not cell.strip():
        return None, None
    p, text, ends = typed(cell), plainly(cell), clear_ends(cell, False, beside)
    if ends:
        return gravest([end for end, _ in ends]), None
    if "?" in text or says(p(MAYBE), text) or says(p(GRAVE), text) or says(p(LOWER), text):
        return "unclear", None
    until = None
    for clause in clauses(text):
        if is_denied(clause, p):
            continue
        fine = re.fullmatch(rf"(?:{p(FINE)})(?: \(?(?:{p('đến|tới|hết|ngày')}|until|to)| ({DAY})\)?)*", clause)
        if not fine:
            return ("valid" if re.fullmatch(p(rf"thay thế cho {NUMBER}"), text) else "unclear"), None
        until = day(fine[1]) if fine[1] else until
    return "valid", until


def note(cell, beside):
    ends = clear_ends(cell, True, beside)
    return gravest([end for end, _ in ends]) if ends else "valid"


# --- who may grant ---------------------------------------------------------------------------------------------------
CENTRAL = {
    "hà nội": "1900-01-01",
    "hồ chí minh": "1900-01-01",
    "hcm": "1900-01-01",
    "hải phòng": "1900-01-01",
    "đà nẵng": "1900-01-01",
    "cần thơ": "2004-01-01",
    "huế": "2025-01-01",
    "đồng nai": "2026-04-30",
}


def level(issuer, granted):
    """ministry, province, district, commune, or None when the name does not say."""
    text = re.sub(r"[.\s]+", " ", fold(issuer)).replace("tphcm", "tp hcm")
    if re.search(r"\bbộ (nông nghiệp|nn)|trung ương|ministry", text):
        return "ministry"
    kinds = r"thị xã|thị trấn|đặc khu|thành phố|phường|huyện|quận|tỉnh|xã|tx|tp"
    found = re.search(rf"(?<!\w)({kinds})(?!\w)\s*([^,]*)", text)
    if not found:
        return None
    kind, name = found[1], found[2].strip()
    if kind in ("xã", "phường", "thị trấn", "đặc khu"):
        return "commune"
    if kind in ("huyện", "quận", "thị xã", "tx"):
        return "district"
    if kind == "tỉnh":
        return "province"
    since = CENTRAL.get(name)
    return "province" if since and granted.isoformat() >= since else "district"


def could_grant(stars, issuer, granted):
    who, on = level(issuer, granted), granted.isoformat()
    if who is None:
        return True
    if who == "commune":
        return False
    if on < "2019-08-21":
        return True
    if stars == 5:
        return who == "ministry"
    if stars == 4:
        return who == "province"
    if stars == 3:
        if who == "province":
            return on <= "2023-02-23" or on >= "2025-07-01"
        return who == "district" and "2022-10-01" <= on <= "2025-06-30"
    return False
