"""The list that is written in every layout, and the words and days of it. All of it is invented."""
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Product:
    gtin: str
    name: str
    producer: str
    address: str
    group: str
    score: str
    stars: int
    decision: str
    issued: date
    issuer: str
    valid_to: date
    status: str
    notes: str
    net_quantity: str
    ingredients: str
    phone: str


def gtin(number):
    """Thirteen figures, the last one the check digit."""
    body = f"952000001{number:03d}"
    return body + str(-sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(body)) % 10)


BEES, RICE, BAMBOO, SEA = "HTX Ong Mẫu", "Hợp tác xã Lúa gạo Mẫu", "Cơ sở mây tre đan Mẫu", "Công ty TNHH Biển Mẫu"
PROVINCE, DISTRICT = "UBND tỉnh Hà Tĩnh", "UBND huyện Mẫu"
HONEY, FIELDS, CRAFT, SHORE = (
    "thôn Đồi, xã Mẫu, tỉnh Hà Tĩnh",
    "thôn Đồng – xã Mẫu, tỉnh Hà Tĩnh",
    "khối 3, thị trấn Mẫu, tỉnh Hà Tĩnh",
    "xóm Chài, xã Mẫu, tỉnh Hà Tĩnh",
)
VALID, REVOKED = "còn hiệu lực", "thu hồi"
FOOD, DRINKS, HERBS, CRAFTS = "Thực phẩm", "Đồ uống", "Dược liệu", "Thủ công mỹ nghệ"

# In the order of the groups and, within a group, of the producers: some layouts write each of them once.
PRODUCTS = (
    Product(
        gtin(1), "Mật ong hoa rừng", BEES, HONEY, FOOD, "76,5", 4, "2394/QĐ-UBND", date(2024, 10, 15), PROVINCE,
        date(2027, 10, 15), VALID, "", "500 ml", "mật ong rừng 100 %", "0912345678",
    ),
    Product(
        gtin(2), "Phấn hoa “Rừng thẳm”", BEES, HONEY, FOOD, "70", 4, "2394/QĐ-UBND", date(2024, 10, 15), PROVINCE,
        date(2027, 10, 15), VALID, "đánh giá lại năm 2027", "200 g", "phấn hoa", "0912345678",
    ),
    Product(
        gtin(3), "Gạo nếp cái", RICE, FIELDS, FOOD, "58,25", 3, "12/QĐ-UBND", date(2025, 3, 7), DISTRICT,
        date(2028, 3, 7), VALID, "", "5 kg", "gạo nếp", "02393 123 456",
    ),
    Product(
        "", "Bánh đa vừng; mè xửng", RICE, FIELDS, FOOD, "55", 3, "12/QĐ-UBND", date(2025, 3, 7), DISTRICT,
        date(2028, 3, 7), REVOKED, "", "300 g", "gạo, vừng, đường", "02393 123 456",
    ),
    Product(
        gtin(5), "Nước mắm cá cơm, loại một", SEA, SHORE, FOOD, "91", 5, "1771/QĐ-BNNMT", date(2025, 8, 29),
        "Bộ Nông nghiệp và Môi trường", date(2028, 8, 29), VALID, "", "0,5 l", "cá cơm, muối", "0987654321",
    ),
    Product(
        gtin(6), "Mực khô một nắng", SEA, SHORE, FOOD, "64", 3, "845/QĐ-UBND", date(2024, 4, 8), DISTRICT,
        date(2027, 4, 8), VALID, "", "1 kg", "mực ống", "0987654321",
    ),
    Product(
        gtin(7), "Rượu nếp men lá", RICE, FIELDS, DRINKS, "72", 4, "2394/QĐ-UBND", date(2024, 10, 15), PROVINCE,
        date(2027, 10, 15), VALID, "", "750 ml", "gạo nếp, men lá", "02393 123 456",
    ),
    Product(
        gtin(8), "Trà gừng mật ong", BEES, HONEY, DRINKS, "61", 3, "77/QĐ-UBND", date(2026, 5, 6), DISTRICT,
        date(2029, 5, 6), VALID, "", "100 g", "gừng, mật ong", "0912345678",
    ),
    Product(
        "", "Cao cà gai leo", BEES, HONEY, HERBS, "66,75", 3, "77/QĐ-UBND", date(2026, 5, 6), DISTRICT,
        date(2029, 5, 6), VALID, "", "250 g", "cà gai leo", "0912345678",
    ),
    Product(
        gtin(10), "Nón lá", BAMBOO, CRAFT, CRAFTS, "73", 4, "3015/QĐ-UBND", date(2025, 12, 31), PROVINCE,
        date(2028, 12, 31), VALID, "", "1 chiếc", "lá nón, tre", "02393 654 321",
    ),
    Product(
        gtin(11), "Giỏ mây đựng quả", BAMBOO, CRAFT, CRAFTS, "59", 3, "12/QĐ-UBND", date(2025, 3, 7), DISTRICT,
        date(2028, 3, 7), VALID, "", "1 chiếc", "mây, tre", "02393 654 321",
    ),
)  # fmt: skip

# What each column is called: in full, as an annex to a decision abbreviates it, in English.
HEADINGS = {
    "gtin": ("Mã vạch", "Mã số mã vạch", "GTIN"),
    "name": ("Tên sản phẩm", "Tên SP", "Product name"),
    "producer": ("Chủ thể", "Tên chủ thể", "Producer"),
    "address": ("Địa chỉ", "Địa chỉ", "Address"),
    "group": ("Nhóm", "Ngành hàng", "Category"),
    "score": ("Điểm", "Tổng điểm", "Score"),
    "stars": ("Hạng sao", "Số sao", "Stars"),
    "decision": ("Số QĐ", "QĐ số", "Decision No."),
    "issued": ("Ngày QĐ", "Ngày ký", "Decision date"),
    "issuer": ("Cơ quan cấp", "Cơ quan ban hành", "Issued by"),
    "valid_to": ("Có giá trị đến", "Hiệu lực đến", "Valid until"),
    "status": ("Trạng thái", "Tình trạng", "Status"),
    "notes": ("Ghi chú", "Ghi chú", "Notes"),
    "net_quantity": ("Định lượng", "Khối lượng", "Net quantity"),
    "ingredients": ("Thành phần", "Thành phần", "Ingredients"),
    "phone": ("Điện thoại", "SĐT", "Phone"),
}

ENGLISH_MONTHS = "January February March April May June July August September October November December".split()


# How a day is written. `None`: as a day of the workbook, and in a text file as the number that is behind it.
DAY_FORMS = {
    "15/10/2025": lambda d: f"{d:%d/%m/%Y}",
    "5/9/2025": lambda d: f"{d.day}/{d.month}/{d.year}",
    "15-10-2025": lambda d: f"{d:%d-%m-%Y}",
    "15.10.2025": lambda d: f"{d:%d.%m.%Y}",
    "2025-10-15": lambda d: d.isoformat(),
    "2025-10-15 00:00:00": lambda d: f"{d.isoformat()} 00:00:00",
    "15/10/25": lambda d: f"{d:%d/%m/%y}",
    "ngày 15 tháng 10 năm 2025": lambda d: f"ngày {d.day:02d} tháng {d.month} năm {d.year}",
    "15-thg10-25": lambda d: f"{d.day:02d}-thg{d.month}-{d.year % 100}",
    "15-Oct-25": lambda d: f"{d.day}-{ENGLISH_MONTHS[d.month - 1][:3]}-{d.year % 100}",
    "October 15, 2025": lambda d: f"{ENGLISH_MONTHS[d.month - 1]} {d.day}, {d.year}",
    "a day of the workbook": None,
}


def serial(day):
    """The number of a day in spreadsheets."""
    return (day - date(1899, 12, 30)).days
