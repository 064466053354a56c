"""The rows of cac-vu-viec: twelve kinds of case that newspapers reported, each with an invented product."""
from products import HEADINGS, gtin13


def case(number, name, producer, stars, decision, issued, note="", valid_to="", gtin="", issuer="UBND tỉnh Mẫu"):
    row = dict.fromkeys(HEADINGS, "")
    row.update(
        {
            "TT": str(number),
            "Mã vạch": gtin or gtin13(900000 + number * 1000),
            "Tên sản phẩm": name,
            "Chủ thể": producer,
            "Địa chỉ": "xã Hương Khê, tỉnh Hà Tĩnh",
            "Nhóm": "Thực phẩm",
            "Hạng sao": str(stars),
            "Số QĐ": decision,
            "Ngày QĐ": issued,
            "Cơ quan cấp": issuer,
            "Có giá trị đến": valid_to,
            "Ghi chú": note,
        }
    )
    return row


CASES = [
    case(1, "Thịt trâu gác bếp Mẫu Một", "Hộ kinh doanh Lò Thị Mẫu", 3, "11/QĐ-UBND", "10/01/2026"),
    case(2, "Tiêu sọ Mẫu Hai", "HTX Mẫu Hai", 3, "852/QĐ-UBND", "31/12/2019"),
    case(3, "Dưa chuột baby Mẫu Ba", "Công ty TNHH Mẫu Ba", 3, "5445/QĐ-UBND", "23/12/2019", valid_to="23/12/2022"),
    case(4, "Thổ cẩm Mẫu Bốn", "HTX Mẫu Bốn", 4, "303/QĐ-UBND", "04/02/2020"),
    case(
        4,
        "Thổ cẩm Mẫu Bốn",
        "HTX Mẫu Bốn",
        3,
        "404/QĐ-UBND",
        "10/03/2025",
        note="đánh giá lại",
        issuer="UBND huyện Mẫu",
    ),
    case(5, "Tỏi Mẫu Năm", "HTX Mẫu Năm", 3, "505/QĐ-UBND", "01/06/2022"),
    case(
        6,
        "Mật ong gừng Mẫu Sáu",
        "Hộ kinh doanh Mẫu Sáu",
        3,
        "606/QĐ-UBND",
        "01/06/2025",
        note="đưa ra khỏi danh sách theo 660/QĐ-UBND",
    ),
    case(7, "Ruốc kem Mẫu Bảy", "Cơ sở Mẫu Bảy", 3, "707/QĐ-UBND", "01/08/2025", note="thu hồi theo 3763/QĐ-UBND"),
    case(8, "Rau sấy Mẫu Tám", "HTX Mẫu Tám", 4, "808/QĐ-UBND", "01/08/2025"),
    case(9, "Gạo thơm Mẫu Chín", "Công ty TNHH Mẫu Chín", 4, "909/QĐ-UBND", "01/09/2025"),
    case(10, "Gạo sạch Mẫu Mười", "HTX Mẫu Mười", 3, "1010/QĐ-UBND", "01/09/2025"),
    case(11, "Cam Mẫu Mười Một", "HTX Mẫu Mười Một", 3, "1111/QĐ-UBND", "01/10/2025"),
    case(12, "Bưởi Mẫu Mười Hai", "HTX Mẫu Mười Hai", 3, "1212/QĐ-UBND", "01/10/2025"),
]
