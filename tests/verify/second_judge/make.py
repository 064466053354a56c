"""Random lists, codes and days. A scenario is the rows of one product or a few; a list is many scenarios, its rows
shuffled. The days stand near the ends of certificates, near 29 February, on both sides of a list's 30 days, and before it."""
import csv
import datetime
import io

from second_judge import clerks_words as words
from second_judge.code import check_digit
from second_judge.judge import internal_code, months_later

HEADINGS = (
    "Mã vạch,Mã nội bộ,Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Cơ quan cấp,Có giá trị đến,Trạng thái,Ghi chú"
).split(",")


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
        fitting = {3: words.PROVINCE + words.DISTRICT, 4: words.PROVINCE, 5: words.MINISTRY}.get(stars, words.PROVINCE)
        return self.random.choice(
            fitting
            if self.random.random() < 0.6
            else words.PROVINCE + words.DISTRICT + words.COMMUNE + words.MINISTRY + words.ODD
        )

    def product(self):
        """(name, the ways to write its producer)."""
        self.count += 1
        form, maker = self.random.choice(words.FORMS), self.random.choice(words.MAKERS)
        return f"{self.random.choice(words.GOODS)} {self.count}", [f"{one} {maker} {self.count}" for one in form]

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
            "Trạng thái": self.random.choice(words.VALID),
            "Ghi chú": self.random.choice(words.NOTES),
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
                row["Trạng thái"] = self.random.choice(words.ENDED)
            elif kind < 0.24:
                row["Trạng thái"] = self.random.choice(words.REPLACED)
            elif kind < 0.34:
                row["Trạng thái"] = self.random.choice(words.UNCLEAR)
            elif kind < 0.46:
                row["Ghi chú"] = self.random.choice(words.DENYING)
            elif kind < 0.6:
                row["Ghi chú"] = self.random.choice(words.ENDING)
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
                {"Ghi chú": self.random.choice(words.ENDING)},
                {"Trạng thái": self.random.choice(words.ENDED + words.UNCLEAR + words.REPLACED)},
                {"Hạng sao": "5"},
                {"Có giá trị đến": self.end()},
                {"Chủ thể": makers[-1]},
                {"Cơ quan cấp": ""},
                {"Cơ quan cấp": self.random.choice(words.PROVINCE)},
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
                row["Trạng thái"] = self.random.choice(words.ENDED + words.UNCLEAR)

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
            row["Ghi chú"] = self.random.choice(words.ENDING)

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
