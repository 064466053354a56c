"""The rows of danh-sach: 159 products, some written as clerks write them, and four rows that must be refused."""
import calendar
import datetime
import random
import unicodedata

from goods import COMMUNES, FAMILY, GIVEN, GOODS, KINDS, NUTRITION

# The program writes some of these headings too (src/catalog/list_rows.cpp). They are not taken from there: this is a list as
# an office writes it, so that the program reads headings which it did not make, also after its own have changed.
HEADINGS = [
    "TT",
    "Mã vạch",
    "Tên sản phẩm",
    "Chủ thể",
    "Địa chỉ",
    "Nhóm",
    "Điểm",
    "Hạng sao",
    "Số QĐ",
    "Ngày QĐ",
    "Cơ quan cấp",
    "Có giá trị đến",
    "Ghi chú",
    "Định lượng",
    "Thành phần",
    "HDSD",
    "Bảo quản",
    "Cảnh báo",
    "Hạn sử dụng (tháng)",
    "Giá trị dinh dưỡng",
]


def gtin13(number):
    body = f"952{number:09d}"
    total = sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(reversed(body)))
    return body + str(-total % 10)


def later(day, months):
    """The same day so many months later, or the last one of that month."""
    month = day.year * 12 + day.month - 1 + months
    first = datetime.date(month // 12, month % 12 + 1, 1)
    return first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))


def make_products(months):
    dice = random.Random(159)
    producers = []
    for i in range(70):
        person = f"{FAMILY[i % 10]} {GIVEN[i // 10]}"
        producers.append(
            (KINDS[i % 5].format(person), f"Thôn {1 + i % 9}, {COMMUNES[i % len(COMMUNES)]}, tỉnh Hà Tĩnh")
        )
    rows = []
    four_stars = {4, 27, 50, 73, 96, 119, 142}
    for i in range(159):
        name, group, net, what, use, keep, warn, life = GOODS[i % len(GOODS)]
        producer, address = producers[i % 70]
        stars = 4 if i in four_stars else 3
        issued = later(datetime.date(2024, 3, 1) + datetime.timedelta(days=dice.randrange(700)), months)
        before_july = issued < datetime.date(2025, 7, 1)
        issuer = "UBND tỉnh Hà Tĩnh" if stars == 4 or not before_july else "UBND huyện Mẫu"
        score = round(dice.uniform(72, 85) if stars == 4 else dice.uniform(52, 69), 1)
        person = (
            producer.split(" ", 2)[-1]
            .replace("doanh ", "")
            .replace("TNHH ", "")
            .replace("sản xuất ", "")
            .replace("tác ", "")
        )
        rows.append(
            {
                "TT": str(i + 1),
                "Mã vạch": gtin13((i % 70 + 1) * 1000 + i) if i % 5 < 3 else "",
                "Tên sản phẩm": f"{name} {person} {'' if i < 140 else 'đặc biệt'}".strip(),
                "Chủ thể": producer,
                "Địa chỉ": address,
                "Nhóm": group,
                "Điểm": str(score).replace(".", ","),
                "Hạng sao": str(stars),
                "Số QĐ": f"{100 + i * 7}/QĐ-UBND",
                "Ngày QĐ": issued.strftime("%d/%m/%Y"),
                "Cơ quan cấp": issuer,
                "Có giá trị đến": "",
                "Ghi chú": "lần đầu",
                "Định lượng": net,
                "Thành phần": what,
                "HDSD": use,
                "Bảo quản": keep,
                "Cảnh báo": warn,
                "Hạn sử dụng (tháng)": life,
                "Giá trị dinh dưỡng": NUTRITION.get(name, ""),
            }
        )
    # written as clerks write
    rows[2]["Hạng sao"], rows[5]["Hạng sao"], rows[8]["Hạng sao"], rows[11]["Hạng sao"] = (
        "***",
        "★★★",
        "3 sao",
        "OCOP 3*",
    )
    rows[4]["Hạng sao"] = "4 sao"
    rows[7]["Số QĐ"] = rows[7]["Số QĐ"].replace("Đ", "D")
    rows[9]["Tên sản phẩm"] = unicodedata.normalize("NFD", rows[9]["Tên sản phẩm"])
    rows[14]["Địa chỉ"] = "  Thôn 6,\u00a0xã Kỳ Xuân ,  tỉnh Hà Tĩnh"
    return rows


def refused(rows):
    wrong_digit, no_day, six, nameless = (dict(rows[i]) for i in (20, 21, 22, 23))
    wrong_digit.update({"Mã vạch": "9521234543214", "Tên sản phẩm": "Mẫu sai số kiểm tra"})
    no_day.update({"Mã vạch": "", "Tên sản phẩm": "Mẫu ngày không có", "Ngày QĐ": "31/02/2025"})
    six.update({"Mã vạch": "", "Tên sản phẩm": "Mẫu sáu sao", "Hạng sao": "6 sao"})
    nameless.update({"Mã vạch": "", "Tên sản phẩm": ""})
    return [wrong_digit, no_day, six, nameless]
