"""Random lists, codes and days. A scenario is the rows of one product or a few; a list is many scenarios, its rows
shuffled. The days stand near the ends of certificates, near 29 February, on both sides of a list's 30 days, and before it."""
import csv
import datetime
import io

from second_judge.code import check_digit
from second_judge.judge import internal_code, months_later

HEADINGS = (
    "Mã vạch,Mã nội bộ,Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Cơ quan cấp,Có giá trị đến,Trạng thái,Ghi chú"
).split(",")
GOODS = ["Nước mắm", "Mật ong", "Kẹo cu đơ", "Bưởi Đoan", "Trà hoà", "Chè Đinh", "Rượu nếp", "Cam bù", "Bánh đa Thuỷ"]
MAKERS = ["Hạnh", "Hoà Bình", "Đức Thọ", "Thuỷ Sản", "Kỳ Ninh", "Minh Đăng"]
FORMS = [
    ["Hợp tác xã", "HTX", "hợp  tác xã", "Htx."],
    ["Hợp tác xã nông nghiệp", "HTX NN", "HTX nông nghiệp"],
    ["Công ty TNHH SX&TM", "Cty TNHH sản xuất và thương mại"],
    ["Công ty TNHH", "Cty TNHH", "CT TNHH", "Công ty trách nhiệm hữu hạn"],
    ["Công ty cổ phần", "Công ty CP", "Cty CP"],
    ["Tổ hợp tác", "THT"],
    ["Cơ sở sản xuất", "CSSX", "Cơ sở SX"],
    ["Hộ kinh doanh", "HKD", "Hộ KD"],
]
PROVINCE = [
    "UBND tỉnh Hà Tĩnh",
    "Ủy ban nhân dân tỉnh Nghệ An",
    "UBND thành phố Hà Nội",
    "UBND TP.HCM",
    "UBND TP. Đà Nẵng",
]
DISTRICT = [
    "UBND huyện Hương Khê",
    "UBND quận Hà Đông",
    "UBND thị xã Kỳ Anh",
    "UBND thành phố Hà Tĩnh",
    "UBND thành phố Huế",
]
COMMUNE = [
    "UBND xã Hương Khê, tỉnh Hà Tĩnh",
    "UBND xã Tịnh Khê",
    "UBND phường Thành Sen, tỉnh Hà Tĩnh",
    "UBND thị trấn Phố Châu, huyện Hương Sơn",
    "UBND đặc khu Phú Quốc",
]
MINISTRY = ["Bộ Nông nghiệp và Môi trường", "Bộ NN&PTNT", "Bộ Nông nghiệp và Phát triển nông thôn"]
ODD = ["", "Hội đồng OCOP", "UBND Hà Tĩnh", "Sở Nông nghiệp và Môi trường"]
VALID = [
    "",
    "",
    "",
    "valid",
    "còn hiệu lực",
    "Có hiệu lực",
    "đánh giá lại",
    "còn hiệu lực đến 31/12/2029",
    "chưa thu hồi",
    "không thuộc diện thu hồi",
    "Revoked: No",
]
ENDED = [
    "da thu hoi",
    "thu hồi",
    "đã thu hồi",
    "revoked",
    "bị thu hồi theo 9/QĐ-UBND",
    "đưa ra khỏi danh sách",
    "delisted",
]
REPLACED = ["superseded", "được thay thế", "đã bị thay thế bởi 5/QĐ-UBND", "thay thế"]
UNCLEAR = [
    "hết hiệu lực",
    "không còn hiệu lực",
    "invalid",
    "tạm đình chỉ",
    "đề nghị thu hồi",
    "xem xét thu hồi",
    "het hieu luc",
    "de nghi thu hoi",
    "chờ ý kiến",
    "không còn hiệu lực do bị thu hồi",
    "thu hồi một phần",
    "thu hồi?",
    "hủy công nhận",
    "thu hồi chưa",
]
NOTES = ["", "", "lần đầu", "đánh giá lại", "nâng hạng từ 3 sao", "thay thế cho 1/QĐ-UBND", "hàng mẫu"]
DENYING = [
    "chưa thu hồi",
    "chua thu hoi theo 9/QĐ-UBND",
    "không bị thu hồi",
    "đề nghị thu hồi",
    "đề nghị thu hồi theo 9/QĐ-UBND",
    "chưa bị thu hồi theo 9/QĐ-UBND",
    "thu hồi",
    "không đưa ra khỏi danh sách theo 7/QĐ-UBND",
    "thu hồi theo 9/QĐ-UBND đã được hủy bỏ",
    "9/QĐ-UBND xem xét thu hồi",
    "Hàng bị lỗi, thu hồi lô A theo 9/QĐ-UBND",
    "Nâng hạng; thu hồi giấy 3 sao 5/QĐ-UBND",
    "Thu hồi 5/QĐ-UBND",
    "Thu hồi và thay thế 5/QĐ-UBND",
    "thu hồi quyết định 5/QĐ-UBND ngày 01/02/2022",
    "thu hồi bao bì cũ theo 9/QĐ-UBND",
    "đã thu hồi GCN ATTP theo 9/QĐ-SYT",
    "thu hồi theo 9/QĐ-UBND?",
    "hạ xuống 3 sao theo 9/QĐ-UBND",
    "không thuộc diện thu hồi theo 9/QĐ-UBND",
]
ENDING = [
    "thu hồi theo 9/QĐ-UBND",
    "Da bi thu hoi theo quyet dinh so 9/QĐ-UBND",
    "Đã bị thu hồi theo Quyết định số 9/QD-UBND ngày 05/06/2026 của UBND tỉnh",
    "thu hồi (9/QĐ-UBND) do không bảo đảm quy trình",
    "Lần đầu; thu hồi theo 9/QĐ-UBND",
    "QĐ 12/QĐ-UBND thu hồi",
    "đưa ra khỏi danh sách theo 7/QĐ-UBND",
    "loại khỏi danh sách tại 7/QĐ-UBND",
    "Hủy kết quả công nhận theo QĐ 9/QĐ-UBND",
    "Chấm dứt hiệu lực theo QĐ 9/QĐ-UBND",
    "Bãi bỏ QĐ công nhận theo QĐ số 9/2025/QĐ-UBND",
    "đưa tên ra khỏi danh sách theo 9/QĐ-UBND",
    "withdrawn by 9/QĐ-UBND",
    "thu hồi theo 9/QĐ-UBND ngày 01/02/2024",
]


class Maker:
    def __init__(self, random, as_of, days):
        self.random, self.as_of, self.days = random, as_of, days
        self.rows, self.numbers, self.count = [], [], 0

    # --- the parts of a row ----------------------------------------------------------------------------------------
    def gtin(self):
        # Twenty companies, so that numbers have neighbours.
        digits = f"0952{self.random.randrange(20):03d}{self.random.randrange(10**6):06d}"
        return digits + check_digit(digits)

    def day(self):
        return self.random.choice(self.days)

    def issued(self):
        """Mostly so that 36 months end near one of the days, else any time before."""
        if self.random.random() < 0.6:
            near = months_later(self.day(), -36) + datetime.timedelta(self.random.choice([-1, 0, 0, 1, 2]))
            return near
        if self.random.random() < 0.15:
            return self.day() + datetime.timedelta(self.random.choice([-1, 0, 1, 2, 40]))
        return self.as_of - datetime.timedelta(self.random.randrange(1400))

    def issuer(self, stars):
        fitting = {3: PROVINCE + DISTRICT, 4: PROVINCE, 5: MINISTRY}.get(stars, PROVINCE)
        return self.random.choice(
            fitting if self.random.random() < 0.6 else PROVINCE + DISTRICT + COMMUNE + MINISTRY + ODD
        )

    def product(self):
        """(name, the ways to write its producer)."""
        self.count += 1
        form, maker = self.random.choice(FORMS), self.random.choice(MAKERS)
        return f"{self.random.choice(GOODS)} {self.count}", [f"{one} {maker} {self.count}" for one in form]

    def shown(self, text):
        """The same name as another clerk types it."""
        kind = self.random.randrange(8)
        if kind == 0:
            return text.upper()
        if kind == 1:
            return text.replace("Đ", "Ð")
        if kind == 2:
            return text.replace("oà", "òa").replace("uỷ", "ủy")
        if kind == 3:
            return "  ".join(text.split(" "))
        return text

    def row(self, name, makers, number="", **cells):
        stars = cells.pop("stars", self.random.choice([3, 3, 3, 4, 4, 5, 2]))
        issued = cells.pop("issued", None) or self.issued()
        row = dict.fromkeys(HEADINGS, "")
        row |= {
            "Mã vạch" if number[:1] in ("", "0") else "Mã nội bộ": number,
            "Tên sản phẩm": self.shown(name),
            "Chủ thể": self.shown(self.random.choice(makers)),
            "Hạng sao": self.random.choice([str(stars), f"{stars} sao", "*" * stars, f"Đạt hạng {stars} sao"]),
            "Số QĐ": f"{self.random.randrange(1, 9)}/{self.random.choice(['QĐ', 'QĐ', 'QD'])}-UBND",
            "Ngày QĐ": issued.strftime("%d/%m/%Y"),
            "Cơ quan cấp": self.issuer(stars),
            "Trạng thái": self.random.choice(VALID),
            "Ghi chú": self.random.choice(NOTES),
        }
        row |= cells
        self.rows.append(row)
        self.numbers.append(number or internal_code(row["Tên sản phẩm"], row["Chủ thể"]))
        return row

    def again(self, row, **cells):
        """The same row as a clerk adds it once more."""
        copy = dict(row) | cells
        self.rows.append(copy)
        return copy

    # --- scenarios -------------------------------------------------------------------------------------------------
    def new_number(self):
        kind = self.random.random()
        return self.gtin() if kind < 0.75 else f"MA-{self.count}" if kind < 0.87 else ""

    def end(self, near=None):
        return ((near or self.day()) + datetime.timedelta(self.random.choice([-2, -1, 0, 1, 200]))).strftime("%d/%m/%Y")

    def history(self):
        """One to three certificates, each with its own end."""
        name, makers = self.product()
        number = self.new_number()
        for _ in range(self.random.choice([1, 1, 2, 2, 3])):
            row = self.row(name, makers, number)
            kind = self.random.random()
            if kind < 0.12:
                row["Trạng thái"] = self.random.choice(ENDED)
            elif kind < 0.24:
                row["Trạng thái"] = self.random.choice(REPLACED)
            elif kind < 0.34:
                row["Trạng thái"] = self.random.choice(UNCLEAR)
            elif kind < 0.46:
                row["Ghi chú"] = self.random.choice(DENYING)
            elif kind < 0.6:
                row["Ghi chú"] = self.random.choice(ENDING)
            if self.random.random() < 0.3:
                issued = datetime.datetime.strptime(row["Ngày QĐ"], "%d/%m/%Y").date()
                row["Có giá trị đến"] = self.end(max(self.day(), issued + datetime.timedelta(10)))

    def said_twice(self):
        """One decision in two rows, which differ in a thing or in nothing."""
        name, makers = self.product()
        row = self.row(name, makers, self.new_number())
        other = self.random.choice(
            [
                {},
                {"Ghi chú": self.random.choice(ENDING)},
                {"Trạng thái": self.random.choice(ENDED + UNCLEAR + REPLACED)},
                {"Hạng sao": "5"},
                {"Có giá trị đến": self.end()},
                {"Chủ thể": makers[-1]},
                {"Cơ quan cấp": ""},
                {"Cơ quan cấp": self.random.choice(PROVINCE)},
                {"Mã vạch": "", "Mã nội bộ": "", "Ghi chú": "thu hồi theo 9/QĐ-UBND"},
            ]
        )
        self.again(row, **other)

    def one_day(self):
        """Two decisions of one day."""
        name, makers = self.product()
        number, issued = self.new_number(), self.issued()
        for decision in ("11/QĐ-UBND", "12/QĐ-UBND"):
            row = self.row(name, makers, number, issued=issued)
            row["Số QĐ"] = decision
            if self.random.random() < 0.4:
                row["Trạng thái"] = self.random.choice(ENDED + UNCLEAR)

    def shared(self):
        """One number for two products."""
        name, makers = self.product()
        number = self.new_number() or self.gtin()
        self.row(name, makers, number)
        if self.random.random() < 0.5:
            name = self.product()[0]
        else:
            makers = self.product()[1]
        self.row(name, makers, number)

    def without_number(self):
        """A renewal or an end in a row that has no number."""
        name, makers = self.product()
        self.row(name, makers, self.new_number())
        row = self.row(name, makers)
        if self.random.random() < 0.5:
            row["Ghi chú"] = self.random.choice(ENDING)

    def refused(self):
        name, makers = self.product()
        row = self.row(name, makers, self.new_number())
        row |= self.random.choice(
            [
                {"Hạng sao": "6"},
                {"Hạng sao": "Tiềm năng 5 sao"},
                {"Hạng sao": "-4"},
                {"Ngày QĐ": "31/02/2025"},
                {"Mã vạch": "09520000010004"},
            ]
        )

    def scenarios(self, count):
        kinds = [self.history] * 10 + [self.said_twice] * 5 + [self.one_day] * 3
        kinds += [self.shared] * 2 + [self.without_number] * 2 + [self.refused]
        for _ in range(count):
            self.random.choice(kinds)()
        self.random.shuffle(self.rows)

    # --- codes -----------------------------------------------------------------------------------------------------
    def yymmdd(self):
        near = self.day() + datetime.timedelta(self.random.choice([-400, -1, 0, 1, 3, 400]))
        return near.strftime("%y%m") + ("00" if self.random.random() < 0.1 else near.strftime("%d"))

    def seal(self):
        """A parameter in the form of a seal, by no key that anybody has."""
        days = [
            self.random.choice(
                [0, (self.day() - datetime.date(1999, 12, 31)).days + self.random.choice([-300, 0, 1, 300])]
            )
            for _ in range(2)
        ]
        return f"s=14{self.random.randrange(10**9):09d}{days[0]:05d}{days[1]:05d}{self.random.randrange(2**512):0155d}"

    def host(self):
        random = self.random
        if random.random() < 0.6:
            return random.choice(["id.ocop.vn", "id.ocop.vn", "ID.OCOP.VN", "www.id.ocop.vn", "id.ocop.vn:443"])
        return random.choice(
            "truyxuatnguongoc.gov.vn verigoods.vn qr.elabel.gov.vn id.gs1.org brand.example shop.vn bit.ly tinyurl.com "
            "truyxuatnguongoc.gov.vn.example.com truyxuatnguongoc-gov.vn id.0cop.vn ld.ocop.vn hn.ocop.vn id.ocop.vn.example idocop.vn verig0ods.vn verigood.vn vreigoods.vn 10.0.0.1 "
            "xn--ocop-5qa.vn id.ocop.vn:8443 id.ocop.vn:x id.ocop.vn: brand.example:80 nguoi@id.ocop.vn "
            "id.ocop.vn@brand.example a:b@verigoods.vn [::1] id.ocop.vn.example".split()
        )

    def number(self):
        if self.numbers and self.random.random() < 0.85:
            return self.random.choice(self.numbers)
        return self.gtin() if self.random.random() < 0.8 else f"MA-{self.random.randrange(900, 999)}"

    def text(self, serial):
        random, number = self.random, self.number()
        is_gtin = len(number) == 14 and number.isdigit()
        if random.random() < 0.4:  # nothing to remark on the code itself
            return f"https://id.ocop.vn/01/{number}/10/A" if is_gtin else f"https://id.ocop.vn/sp/{number}/lo/A"
        parts = ["/01/" if is_gtin else random.choice(["/sp/", "/sp/", "/SP/"]), number]
        if is_gtin and random.random() < 0.06:
            parts[1] = number.lstrip("0")
        if random.random() < 0.04:
            parts[1] = parts[1][:-1] + str((int(parts[1][-1]) + 1) % 10) if is_gtin else parts[1].lower()
        if random.random() < 0.85:
            parts += [
                "/10/" if is_gtin else "/lo/",
                random.choice(["A", "L-26.01", "LO%2F1", "a_b", "12345678901234567890"]),
            ]
        if random.random() < 0.3:
            parts += ["/21/" if is_gtin else "/sr/", f"S{serial}"]
        if random.random() < 0.04:
            parts.append(random.choice(["/", "/10/B", "/10/", "/zz/A", "/22/V1", "/21/%40", "/10/Đ1"]))
        stem = random.choice([""] * 7 + ["/sp", "/cua-hang", "/sp/ca-phe"])
        if not is_gtin and stem.startswith("/sp"):
            stem = ""
        query = []
        for ai in random.sample(["11", "13", "15", "16", "17", "7003", "20"], random.choice([0, 0, 1, 2, 3])):
            value = {"20": "01"}.get(ai) or self.yymmdd()
            if ai == "7003":
                value = (value[:4] + "15" if value.endswith("00") else value) + random.choice(["0000", "1230", "2359"])
            own = {"11": "nsx", "17": "hsd"}.get(ai, "x" + ai)
            query.append(f"{ai if is_gtin else own}={value}")
        if random.random() < 0.15:
            query.append(random.choice([self.seal(), self.seal(), "s=1", "linkType=gs1:pip", "k=7", "x"]))
        if random.random() < 0.03:
            query.append(random.choice(["10=A", "21=B", "99999=1", "17=", "37=2", "8200=x", "17=261301", "20=AB"]))
        scheme = random.choice(["https://"] * 9 + ["http://", "HTTPS://"])
        host = "id.ocop.vn" if not is_gtin and random.random() < 0.5 else self.host()
        return (
            scheme
            + host
            + stem
            + "".join(parts)
            + ("?" + "&".join(query) if query else "")
            + random.choice([""] * 9 + ["#a/01/"])
        )

    def other_text(self):
        return self.random.choice(
            [
                "Hạn sử dụng: 31/01/2027",
                "WIFI:T:WPA;S:/sp/quan;P:/01/12345678;;",
                "https://baohatinh.example/2026/01/15/tin.html",
                "https://shop.example/sp/nuoc-mam-i.123.456",
                "https://shop.example/gio-hang?x=https://id.ocop.vn/01/09520000010003",
                "https://id.ocop.vn/lien-he?x=/sp/MATONG",
                "https://id.ocop.vn/01/",
                "https://id.ocop.vn/sp/ABC/",
                "HTTPS://ID.OCOP.VN/SP/ABC/",
                "https://id.ocop.vn/sp/nuoc-mam",
                "HtTpS://id.ocop.vn/01/09520000010003/10/A",
                "id.ocop.vn/01/09520000010003/10/A",
                "mailto:a@id.ocop.vn",
                "(01)09520000010003(10)A",
                "09520000010003",
            ]
        )

    def texts(self, count):
        return [
            self.other_text() if self.random.random() < 0.05 else self.text(serial) for serial in range(1, count + 1)
        ]


def as_csv(rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADINGS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def days_for(random):
    """A list's day, and days on which it is read: some of them ends of February, one over the list's 30 days,
    one before the list's own."""
    as_of = datetime.date(random.randrange(2021, 2029), random.randrange(1, 13), random.randrange(1, 29))
    if random.random() < 0.3:
        as_of = datetime.date(random.choice([2023, 2024, 2027, 2028]), 2, random.randrange(5, 28))
    days = {as_of + datetime.timedelta(n) for n in random.sample(range(0, 29), 2)}
    days |= {as_of + datetime.timedelta(30), as_of + datetime.timedelta(31)}
    days.add(as_of - datetime.timedelta(random.choice([1, 40, 400])))
    if as_of.month == 2:
        days.add(datetime.date(as_of.year, 3, 1) - datetime.timedelta(1))
    return as_of, sorted(days)
