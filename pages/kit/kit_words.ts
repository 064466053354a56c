// What the parts shared by all pages say.
import { words } from "./words";

export const kitWords = words(
    {
        skip: "Tới nội dung chính",
        wait: "Đang tải…",
        noAnswer: "Máy chủ không trả lời. Kiểm tra mạng, hoặc hỏi người mở máy chủ, rồi thử lại.",
        expired: "Phiên làm việc đã hết. Hãy đăng nhập lại.",
        other: (status: number) =>
            `Máy chủ không làm được việc này (mã ${status}). Hãy thử lại; nếu vẫn vậy, báo cho người quản lý.`,
        again: "Thử lại",
        choose: "hoặc bấm để chọn tệp",
        cancel: "Thôi",
    },
    {
        skip: "To the main content",
        wait: "Loading…",
        noAnswer: "The server does not answer. Check the network, or ask whoever runs it, then try again.",
        expired: "The session has ended. Please sign in again.",
        other: (status: number) =>
            `The server could not do this (code ${status}). Try again; if it stays so, tell the person in charge.`,
        again: "Try again",
        choose: "or press to choose a file",
        cancel: "Cancel",
    },
);

export const verdictWords = words(
    { valid: "Hợp lệ", check: "Cần kiểm tra thêm", invalid: "Không hợp lệ", inconclusive: "Không kết luận được" },
    { valid: "Valid", check: "Needs checking", invalid: "Not valid", inconclusive: "Inconclusive" },
);

export const starWords = words({ of: (n: number) => `${n} trên 5 sao` }, { of: (n: number) => `${n} of 5 stars` });

export const sessionWords = words(
    {
        title: "Đăng nhập",
        name: "Tên đăng nhập",
        password: "Mật khẩu",
        enter: "Đăng nhập",
        leave: "Đăng xuất",
        hint: "Chưa có tài khoản? Người mở máy chủ tạo giúp bằng lệnh “temsao account add”.",
        roleTitle: "Tài khoản này không dùng được trang này",
        role: (user: string) => `Bạn đang đăng nhập là ${user}. Hãy đăng xuất rồi vào bằng tài khoản khác.`,
    },
    {
        title: "Sign in",
        name: "User name",
        password: "Password",
        enter: "Sign in",
        leave: "Sign out",
        hint: "No account yet? Whoever runs the server makes one with “temsao account add”.",
        roleTitle: "This account cannot use this page",
        role: (user: string) => `You are signed in as ${user}. Sign out and use another account.`,
    },
);

export const dateWords = words(
    { wrong: "Hãy ghi ngày như 05/11/2026.", form: "ngày/tháng/năm" },
    { wrong: "Write the day like 05/11/2026.", form: "day/month/year" },
);

export const importWords = words(
    {
        accepted: "dòng nhận được",
        refused: "dòng chưa nhận",
        refusedTitle: "Các dòng chưa nhận",
        refusedLead: "Sửa trong bảng tính rồi thả lại; các dòng khác vẫn dùng được.",
        rowNumber: "Dòng",
        column: "Cột",
        written: "Đang ghi",
        why: "Vì sao",
        remedy: "Cách sửa",
        empty: "(trống)",
        allGood: "Mọi dòng đều đọc được.",
    },
    {
        accepted: "rows accepted",
        refused: "rows refused",
        refusedTitle: "The rows refused",
        refusedLead: "Put them right in the spreadsheet and drop it again; the other rows can be used all the same.",
        rowNumber: "Row",
        column: "Column",
        written: "It says",
        why: "Why",
        remedy: "What to do",
        empty: "(empty)",
        allGood: "Every row could be read.",
    },
);
