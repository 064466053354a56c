// What the office's pages say of producers' introductions.
import { words } from "../kit/words";

export const introductionsWords = words(
    {
        title: "Lời giới thiệu của chủ thể",
        lead:
            "Ảnh và lời do chủ thể gửi, xác nhận là của mình. Duyệt bản nào thì trang của người mua hiện bản đó, " +
            "thay cho bản đang hiện của cùng chủ thể.",
        which: "Xem lời giới thiệu",
        waiting: "Đang chờ duyệt",
        approved: "Đang hiện",
        noneWaiting: "Không còn lời giới thiệu nào chờ duyệt.",
        noneApproved: "Chưa có lời giới thiệu nào đang hiện.",
        shownSoFar: (n: string) => `Đang liệt kê ${n} lời giới thiệu; còn nữa.`,
        shownAll: (n: string) => `Đã liệt kê đủ ${n} lời giới thiệu.`,
        more: "Xem thêm",
        sent: (who: string, at: string) => `${who} gửi lúc ${at}`,
        decided: (who: string, on: string) => `${who} duyệt ngày ${on}`,
        approve: "Duyệt",
        withdraw: "Rút",
        withdrawTitle: (producer: string) => `Rút lời giới thiệu của ${producer}?`,
        withdrawWaiting: "Bản này sẽ không hiện; ảnh bị xóa. Chủ thể có thể gửi bản khác.",
        withdrawShown: "Trang của người mua thôi hiện ngay; ảnh bị xóa.",
        approvedNow: (producer: string) => `Đã duyệt lời giới thiệu của ${producer}; trang đã hiện.`,
        withdrawnNow: (producer: string) => `Đã rút lời giới thiệu của ${producer}.`,
    },
    {
        title: "Producers' introductions",
        lead:
            "Pictures and words that producers sent and call their own. What you approve is what the shopper's page " +
            "shows, in the place of the one that it shows of the same producer.",
        which: "Show introductions",
        waiting: "Waiting for approval",
        approved: "Shown now",
        noneWaiting: "No introduction waits for approval.",
        noneApproved: "No introduction is shown yet.",
        shownSoFar: (n: string) => `Listed so far: ${n}; there are more.`,
        shownAll: (n: string) => `All are listed: ${n}.`,
        more: "Show more",
        sent: (who: string, at: string) => `Sent by ${who} at ${at}`,
        decided: (who: string, on: string) => `Approved by ${who} on ${on}`,
        approve: "Approve",
        withdraw: "Withdraw",
        withdrawTitle: (producer: string) => `Withdraw the introduction of ${producer}?`,
        withdrawWaiting: "It will not be shown, and its picture is deleted. The producer may send another one.",
        withdrawShown: "The shopper's page stops showing it at once, and its picture is deleted.",
        approvedNow: (producer: string) => `The introduction of ${producer} is approved and shown.`,
        withdrawnNow: (producer: string) => `The introduction of ${producer} is withdrawn.`,
    },
);
