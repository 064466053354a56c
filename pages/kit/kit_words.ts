// What the parts shared by all pages say.
import { words } from "./words";

export const kitWords = words(
    {
        skip: "Tới nội dung chính",
        wait: "Đang tải…",
        noAnswer: "Máy chủ không trả lời. Hãy kiểm tra mạng, hoặc hỏi người quản trị, rồi thử lại.",
        expired: "Phiên làm việc đã hết. Hãy đăng nhập lại.",
        other: (status: number) =>
            `Máy chủ không làm được việc này (mã ${status}). Hãy thử lại; nếu vẫn vậy, báo người quản trị.`,
        notKept:
            "Trình duyệt không lưu được vào máy này: máy đầy, hoặc đang mở cửa sổ riêng tư. " +
            "Hãy xóa bớt ảnh, hoặc mở trang bằng cửa sổ thường, rồi thử lại.",
        again: "Thử lại",
        choose: "hoặc bấm để chọn tệp",
        cancel: "Thôi",
    },
    {
        skip: "To the main content",
        wait: "Loading…",
        noAnswer: "The server does not answer. Check the network, or ask the administrator, then try again.",
        expired: "The session has ended. Please sign in again.",
        other: (status: number) =>
            `The server could not do this (code ${status}). Try again; if it still fails, tell the administrator.`,
        notKept:
            "The browser cannot keep anything on this device: it is full, or this is a private window. " +
            "Delete some photos, or open the page in a usual window, then try again.",
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

/** How sure a rule is: not yet compared with the printed law, or a convention of our own. */
export const ruleWords = words(
    { unchecked: "(chưa đối chiếu bản gốc)", ours: "(quy ước của Tem Sao)" },
    { unchecked: "(not checked against the original text)", ours: "(a Tem Sao convention)" },
);

export const sessionWords = words(
    {
        title: "Đăng nhập",
        name: "Tên đăng nhập",
        password: "Mật khẩu",
        enter: "Đăng nhập",
        leave: "Đăng xuất",
        change: "Đổi mật khẩu",
        changeTitle: "Đổi mật khẩu của bạn",
        present: "Mật khẩu đang dùng",
        next: "Mật khẩu mới",
        nextHint: "Ít nhất 10 ký tự; vài từ không liên quan ghép lại là dễ nhớ và khó đoán.",
        nextAgain: "Nhập lại mật khẩu mới",
        different: "Hai lần nhập mật khẩu mới khác nhau; hãy nhập lại.",
        changed: "Đã đổi mật khẩu. Các máy khác đang đăng nhập bằng tài khoản này đã bị đăng xuất.",
        close: "Xong",
        hint: "Chưa có tài khoản? Người quản trị tạo giúp bằng lệnh “temsao account add”.",
        roleTitle: "Tài khoản này không dùng được trang này",
        role: (user: string) => `Bạn đang đăng nhập là ${user}. Hãy đăng xuất rồi vào bằng tài khoản khác.`,
    },
    {
        title: "Sign in",
        name: "User name",
        password: "Password",
        enter: "Sign in",
        leave: "Sign out",
        change: "Change password",
        changeTitle: "Change your password",
        present: "Present password",
        next: "New password",
        nextHint: "At least 10 characters; a few unrelated words are easy to remember and hard to guess.",
        nextAgain: "New password, again",
        different: "The two new passwords differ; type them again.",
        changed: "The password was changed. Other machines signed in with this account were signed out.",
        close: "Done",
        hint: "No account yet? The administrator creates one with “temsao account add”.",
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
        refusedLead: "Hãy sửa trong bảng tính rồi thả lại; các dòng khác vẫn dùng được.",
        rowNumber: "Dòng",
        column: "Cột",
        written: "Đang ghi",
        why: "Vì sao",
        remedy: "Cách sửa",
        empty: "(trống)",
        allGood: "Mọi dòng đều đọc được.",
        readBy: (program: string) => `Tệp được đọc qua ${program}; hãy xem lại vài dòng so với tệp gốc.`,
        unreadColumns: (columns: string) => `Các cột không đọc: ${columns}.`,
        remark: (row: number, message: string) => `Dòng ${row}: ${message}`,
        moreRemarks: (n: number) => `… và ${n} điều khác cần xem.`,
        afterToday: (day: string) => `Danh sách ghi ngày ${day}, sau hôm nay; hãy xem lại ngày của danh sách.`,
        staysRevoked: (name: string, by: string, decision: string) =>
            `“${name}” vẫn bị thu hồi theo ${by}, kể cả với quyết định ${decision}: ` +
            "có thể đó là giấy đã thu hồi được sửa lại. " +
            "Nếu là giấy khác, hãy bỏ thu hồi bằng temsao list revoke --lift.",
    },
    {
        accepted: "rows accepted",
        refused: "rows refused",
        refusedTitle: "The rows refused",
        refusedLead: "Fix them in the spreadsheet and drop it again; the other rows can still be used.",
        rowNumber: "Row",
        column: "Column",
        written: "It says",
        why: "Why",
        remedy: "What to do",
        empty: "(empty)",
        allGood: "Every row could be read.",
        readBy: (program: string) => `The file was read by way of ${program}; compare some rows with the original.`,
        unreadColumns: (columns: string) => `Columns not read: ${columns}.`,
        remark: (row: number, message: string) => `Row ${row}: ${message}`,
        moreRemarks: (n: number) => `… and ${n} more to look at.`,
        afterToday: (day: string) => `The list is dated ${day}, which is after today; look at the list's day again.`,
        staysRevoked: (name: string, by: string, decision: string) =>
            `“${name}” stays revoked by ${by}, also with decision ${decision}: that may be the revoked certificate, ` +
            "corrected. If it is another one, lift the revocation with temsao list revoke --lift.",
    },
);
