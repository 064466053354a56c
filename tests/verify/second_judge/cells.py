"""What the cells of a list mean: status, notes, issuers, names. Written from the documents (Decision 148/QĐ-TTg and its
like, the decisions on doubtful lists in docs/decisions.md), not from the program."""
import datetime
import re
import unicodedata

DECISION = re.compile(r"(?<!\d)(\d{1,5})/Q[ĐD]-([A-ZĐ]+(?:-[A-ZĐ]+)*)")


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


LEGAL_FORMS = [
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
    text = fold(fold(text).replace(".", " "))
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
    ("revoked", r"thu hồi|revoked"),
    ("delisted", r"(?:đưa|loại|rút|xóa)(?: ra)? khỏi|delisted|removed"),
    (
        "superseded",
        r"(?:được|bị) thay thế(?! cho)|thay thế (?=bởi|bằng|theo)|thay thế(?=\s*(?:[,;.]|$))|superseded|replaced",
    ),
]
NO = r"chưa|không|chẳng|not|never|without"
MAYBE = (
    r"đề nghị|đề xuất|kiến nghị|xem xét|dự kiến|sẽ|sắp|đang|chờ|hoãn|tạm|nếu|có thể|hủy|bãi bỏ|đình chỉ|khiếu nại|"
    r"phục hồi|khôi phục|nhầm|lô|proposed|proposal|pending|may|might|will|if|review|cancelled|annulled|restored|"
    r"reinstated|appeal"
)
SMALL = (
    r"đã|bị|được|có|theo|tại|bởi|bằng|quyết|định|qđ|số|của|nay|sản|phẩm|giấy|chứng|nhận|công|ngày|was|has|been|is|by|"
    r"the|certificate|decision|product"
)
GRAVE = r"đình chỉ|hết hiệu lực|không còn hiệu lực|không còn giá trị|hết hạn|hủy bỏ|suspended|expired|invalid|cancelled"
FINE = (
    r"(?:(?:đang )?còn|đang có|có|đang)? ?hiệu lực|còn (?:thời )?hạn|còn giá trị|lần đầu|công nhận(?: lần đầu| mới| lại)?|"
    r"đánh giá lại|nâng hạng|giữ hạng|(?:đã |được |đã được )công nhận|valid|in force|active"
)


def typed(text):
    """How the patterns read in a text typed so: without accents when it has none outside the numbers of decisions."""
    plain = re.sub(r"\S*/\S*", "", fold(text)).isascii()
    return bare if plain else lambda pattern: pattern


def says(words, text):
    return re.search(rf"(?<!\w)(?:{words})(?!\w)", text) is not None


def only(words, text):
    return all(re.fullmatch(words, word) or day(word) for word in re.findall(r"[^\s:]+", text))


def clear_ends(cell, must_name):
    """[(end, decision)] of what the cell states without a doubt."""
    p, text = typed(cell), fold(cell)
    claim = re.split(p(r"(?<!\w)(?:do|vì|lý do|because|due)(?!\w)"), text)[0]
    if says(p(NO), claim) or says(p(MAYBE), claim):
        return []
    found = []
    for clause in re.split(r"[,;.](?=\s|$)", claim):
        for end, words in ENDS:
            at = re.search(rf"(?<!\w)(?:{p(words)})(?!\w)", clause)
            if not at:
                continue
            before, after = clause[: at.start()], clause[at.end() :]
            named = decision(after) or decision(before)
            lead = re.split(r"\d+/q[đd]-", before)[0]
            if only(p(SMALL), lead) and (named or not must_name):
                found.append((end, named))
    return found


WEIGHT = ["valid", "superseded", "unclear", "delisted", "revoked"]


def gravest(statuses):
    return max(statuses, key=WEIGHT.index)


def mentions_end(cell):
    return any(says(typed(cell)(words), fold(cell)) for _, words in ENDS)


def denies(cell):
    """Says of each end that it did not happen, and nothing else."""
    p, text = typed(cell), fold(cell)
    if says(p(MAYBE), text) or says(p(GRAVE), text) or not mentions_end(cell):
        return False
    for clause in re.split(r"[,;.](?=\s|$)", text):
        for _, words in ENDS:
            at = re.search(rf"(?<!\w)(?:{p(words)})(?!\w)", clause)
            before = clause[: at.start()] if at else ""
            if at and not (says(p(NO), before) and only(p(f"{SMALL}|{NO}"), before)):
                return False
    return True


def status(cell):
    """None for an empty cell, else one of WEIGHT."""
    if not cell.strip():
        return None
    p, text, ends = typed(cell), fold(cell), clear_ends(cell, False)
    if ends:
        return gravest([end for end, _ in ends])
    if denies(cell):
        return "valid"
    if mentions_end(cell) or says(p(GRAVE), text):
        return "unclear"
    fine = re.match(rf"(?:{p(FINE)})(?!\w)", text)
    if fine and only(p("đến|tới|hết|ngày|until|to"), text[fine.end() :]):
        return "valid"
    return "valid" if re.search(p("thay thế cho"), text) else "unclear"


def note(cell):
    ends = clear_ends(cell, True)
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
