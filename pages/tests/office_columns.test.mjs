// The columns of a list: what each was read as is seen before the import, corrected by who hands the list in, approved
// by another, and remembered for the next list.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { before, test } from "node:test";
import { becomes, heading, open, openBrowser, signIn } from "./browser.mjs";
import { PASSWORD, startServer } from "./server.mjs";

let browser;
before(async () => {
    browser = await openBrowser();
});

// Three headings that nobody knows, two of them needed, and one that is misread.
const LIST = `Tên hàng,Chủ thể,Mức đạt,Số QĐ,Thời điểm,HDBQ,Xuất xứ
Mật ong hoa rừng,HTX Ong Mẫu,4,2394/QĐ-UBND,15/10/2025,Nơi khô ráo,Rừng Vũ Quang
Gạo nếp cái,HTX Lúa gạo Mẫu,3,2394/QĐ-UBND,15/10/2025,Nơi thoáng mát,Đồng Kỳ Anh
Nước mắm cá cơm,HTX Biển Mẫu,3,2394/QĐ-UBND,15/10/2025,,Cửa Sót
`;

const handIn = async (page, name) => {
    const file = path.join(os.tmpdir(), `${process.pid}-${name}`);
    writeFileSync(file, LIST);
    await page.getByLabel("Thả bảng tính vào đây").last().setInputFiles(file);
    await heading(page, new RegExp(`Duyệt .*${name.replace(".", "\\.")}`));
};

for (const size of ["phone", "desk"]) {
    test(`columns that are not understood are said by one, seen by another, and remembered (${size})`, async () => {
        const server = await startServer();
        try {
            const mai = await open(browser, size, `${server.url}/office/`);
            await signIn(mai.page, "mai", PASSWORD);
            await heading(mai.page, "Danh sách sản phẩm");
            await handIn(mai.page, "moi.csv");
            await mai.page.getByText(/thiếu cột Hạng sao/).waitFor();
            await mai.page.getByText("Rừng Vũ Quang").waitFor();
            await mai.look("office-columns-1-trouble");
            await mai.page.getByLabel("Cột “Mức đạt” là").selectOption("stars");
            await mai.page.getByLabel("Cột “Thời điểm” là").selectOption("issued");
            await mai.page.getByLabel("Cột “HDBQ” là").selectOption("storage");
            await mai.page.getByRole("button", { name: "Đọc lại với các cột này" }).click();
            await mai.page.getByRole("button", { name: "Sản phẩm mới: 3" }).waitFor();
            await becomes(() => mai.page.getByText(/thiếu cột Hạng sao/).count(), 0, "all columns are understood");

            // One that was read, but wrongly: two columns cannot mean the same.
            await mai.page.getByLabel("Cột “Xuất xứ” là").selectOption("storage");
            await becomes(() => mai.page.getByLabel("Cột “HDBQ” là").inputValue(), "", "the other one is left out");
            await mai.page.getByLabel("Cột “HDBQ” là").selectOption("storage");
            await mai.page.getByLabel("Cột “Xuất xứ” là").selectOption("address");
            await mai.page.getByRole("button", { name: "Đọc lại với các cột này" }).click();
            await mai.page.getByText("do người đưa lên chọn").nth(3).waitFor();
            await mai.look("office-columns-2-said");
            await mai.close();

            const nam = await open(browser, size, `${server.url}/office/`);
            await signIn(nam.page, "nam", PASSWORD);
            await nam.page.getByRole("link", { name: "Xem" }).first().click();
            await heading(nam.page, /Duyệt .*moi\.csv/);
            await nam.page.getByText("Mỗi cột được hiểu là gì").click();
            await nam.page.getByText("do người đưa lên chọn").nth(3).waitFor();
            await becomes(() => nam.page.getByRole("combobox").count(), 0, "only who handed it in says the columns");
            await nam.look("office-columns-3-second-person");
            await nam.page.getByRole("button", { name: "Duyệt", exact: true }).click();
            await nam.page.getByText(/Danh sách đã có hiệu lực/).waitFor();
            await nam.close();

            const again = await open(browser, size, `${server.url}/office/`);
            await signIn(again.page, "mai", PASSWORD);
            await handIn(again.page, "sau.csv");
            await again.page.getByText("Không khác gì danh sách đang dùng.").waitFor();
            await again.close();
        } finally {
            await server.stop();
        }
    });
}
