"""What clerks write in the cells of a list: goods and their makers, the forms of firms, issuers, states and notes. make.py
draws from these tables by chance; what each means is for judge.py and cells.py to say."""
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
