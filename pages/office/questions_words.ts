// What the office's pages say of what shoppers asked.
import { words } from "../kit/words";

export const questionsWords = words(
    {
        title: "Câu hỏi của người mua",
        lead:
            "Gửi từ trang của sản phẩm. Đây là câu hỏi, chưa ai xem xét; máy chủ không lưu gì về người gửi. " +
            "[…] là số điện thoại, số giấy tờ hoặc địa chỉ e-mail đã được bỏ ra.",
        madeRoom: (n: string) =>
            `Trong 30 ngày qua, ${n} câu hỏi đã nhường chỗ cho câu hỏi mới, câu cũ nhất không kèm lời kể đi trước: ` +
            "máy giữ nhiều nhất 5.000 câu chưa đóng.",
        which: "Xem câu hỏi",
        open: "Chưa đóng",
        openCounted: (n: string) => `Chưa đóng: ${n}`,
        closed: "Đã đóng",
        noneOpen: "Không còn câu hỏi nào chưa đóng.",
        noneClosed: "Chưa đóng câu hỏi nào.",
        shownSoFar: (n: string) => `Đang hiện ${n} câu hỏi; còn nữa.`,
        shownAll: (n: string) => `Đã hiện đủ ${n} câu hỏi.`,
        more: "Xem thêm",
        day: "Ngày",
        goods: "Hàng",
        asked: "Người mua thấy",
        times: "Số lần",
        action: "Thao tác",
        page: "Xem trang ấy",
        lotNamed: (lot: string) => `lô ${lot}`,
        serialNamed: (serial: string) => `sê-ri ${serial}`,
        boughtIn: (commune: string) => `Mua ở ${commune}`,
        close: "Đóng",
        closeTitle: (goods: string) => `Đóng câu hỏi về ${goods}?`,
        note: "Ghi chú",
        noteHint: "Đã hỏi ai, được trả lời thế nào; tối đa 300 chữ cái.",
        closedBy: (who: string, on: string) => `${who}, ${on}`,
        closedNow: (goods: string) => `Đã đóng câu hỏi về ${goods}.`,
    },
    {
        title: "Questions of shoppers",
        lead:
            "Sent from the product's page. These are questions that nobody has looked into; nothing about the sender " +
            "is kept. […] stands where a telephone number, an identity number or an e-mail address was taken out.",
        madeRoom: (n: string) =>
            `Within 30 days ${n} questions made room for new ones, the oldest without words first: ` +
            "at most 5,000 open ones are kept.",
        which: "Show questions",
        open: "Open",
        openCounted: (n: string) => `Open: ${n}`,
        closed: "Closed",
        noneOpen: "Every question is closed.",
        noneClosed: "No question is closed yet.",
        shownSoFar: (n: string) => `Shown so far: ${n}; there are more.`,
        shownAll: (n: string) => `All are shown: ${n}.`,
        more: "Show more",
        day: "Day",
        goods: "Goods",
        asked: "The shopper saw",
        times: "Times",
        action: "Action",
        page: "See that page",
        lotNamed: (lot: string) => `lot ${lot}`,
        serialNamed: (serial: string) => `serial ${serial}`,
        boughtIn: (commune: string) => `Bought in ${commune}`,
        close: "Close",
        closeTitle: (goods: string) => `Close the question about ${goods}?`,
        note: "Note",
        noteHint: "Whom you asked and what they said; at most 300 letters.",
        closedBy: (who: string, on: string) => `${who}, ${on}`,
        closedNow: (goods: string) => `The question about ${goods} is closed.`,
    },
);

/** What a shopper can choose, by its name. */
export const questionKinds = words(
    {
        other_goods: "Hàng khác với hàng trên trang",
        dates: "Ngày trên bao bì khác ngày trên trang",
        stars: "Số sao trên tem khác số sao trên trang",
        place: "Hàng lẽ ra không bán ở nơi mua",
        other: "Điều khác",
    },
    {
        other_goods: "The goods differ from the page",
        dates: "The dates on the pack differ from the page",
        stars: "The stars on the label differ from the page",
        place: "It should not be on sale where it was bought",
        other: "Something else",
    },
);
