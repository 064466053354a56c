// What is said of lots, in the producer's lot book and in the office.
import { words } from "./words";

export const lotKindWords = words(
    {
        receive: "Nhập hàng",
        harvest: "Thu hoạch",
        transform: "Chế biến",
        test: "Kiểm nghiệm",
        pack: "Đóng gói",
        ship: "Giao hàng",
        recall: "Thu hồi",
    },
    {
        receive: "Receiving",
        harvest: "Harvest",
        transform: "Transforming",
        test: "Testing",
        pack: "Packing",
        ship: "Shipping",
        recall: "Recall",
    },
);

export const lotWords = words(
    {
        lotNamed: (lot: string) => `Lô ${lot}`,
        whereItWent: "Lô này làm từ đâu, đi đến đâu",
        passed: "Đạt",
        failed: "Không đạt",
    },
    {
        lotNamed: (lot: string) => `Lot ${lot}`,
        whereItWent: "What it was made of, where it went",
        passed: "Passed",
        failed: "Not passed",
    },
);

export const eventWords = words(
    {
        from: "Từ lô",
        lot: "Lô",
        result: "Kết quả",
        to: "Giao cho",
        party: "Nhận từ",
        place: "Nơi",
        process: "Cách làm",
        report: "Phiếu",
        paper: "Giấy tờ",
        made: "Sản xuất",
        expires: "Hạn sử dụng",
        reason: "Lý do",
        note: "Ghi chú",
        struckReplaced: (day: string) => `Đã gạch ngày ${day}; việc đúng ghi ở dòng khác.`,
        struckNever: (day: string) => `Đã gạch ngày ${day}: việc này không xảy ra.`,
    },
    {
        from: "From lot",
        lot: "Lot",
        result: "Result",
        to: "To",
        party: "From",
        place: "Place",
        process: "Process",
        report: "Report",
        paper: "Paper",
        made: "Made",
        expires: "Expires",
        reason: "Reason",
        note: "Note",
        struckReplaced: (day: string) => `Struck through on ${day}; the right entry is another line.`,
        struckNever: (day: string) => `Struck through on ${day}: it did not happen.`,
    },
);

export const traceWords = words(
    {
        madeOf: (n: number) => `Làm từ ${n} lô`,
        madeOfNothing: "Sổ không ghi lô này làm từ lô nào.",
        became: (n: number) => `Thành ${n} lô khác`,
        shipped: (n: number) => `Đã giao ${n} lần`,
        notShipped: "Chưa ghi lần giao nào.",
        ownShipped: (n: number) => `Chính lô này đã giao ${n} lần`,
        ownNotShipped: "Chính lô này chưa ghi lần giao nào.",
        to: (name: string, amount: string, day: string) => [name, amount, day].filter(Boolean).join(" · "),
    },
    {
        madeOf: (n: number) => `Made of ${n} ${n === 1 ? "lot" : "lots"}`,
        madeOfNothing: "The book names no lot that it was made of.",
        became: (n: number) => `Became ${n} other ${n === 1 ? "lot" : "lots"}`,
        shipped: (n: number) => `Delivered ${n} ${n === 1 ? "time" : "times"}`,
        notShipped: "No delivery is in the book yet.",
        ownShipped: (n: number) => `This lot itself was delivered ${n} ${n === 1 ? "time" : "times"}`,
        ownNotShipped: "No delivery of this lot itself is in the book yet.",
        to: (name: string, amount: string, day: string) => [name, amount, day].filter(Boolean).join(" · "),
    },
);
