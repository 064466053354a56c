// What the journeys of a producer in the lot book share.
import { heading, open, signIn } from "./browser.mjs";
import { PASSWORD } from "./server.mjs";

export const HOME = "Vừa làm việc gì?";

/** Signed in, at the first screen, and kept on the phone. */
export async function opened(browser, size, server, name = "hanh") {
    const person = await open(browser, size, `${server.url}/lots/`);
    await signIn(person.page, name, PASSWORD);
    await heading(person.page, HOME);
    await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    return person;
}

export const start = (page, name) => page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
export const save = async (page) => {
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await heading(page, HOME);
};
export const allSent = (page) => page.getByText("Mọi việc đã vào sổ.").waitFor();

export async function harvest(page) {
    await start(page, "Nhập, thu hoạch");
    await page.getByLabel("Nhà thu hoạch").check();
    await page.getByRole("textbox", { name: "Hàng gì?" }).fill("Cá cơm tươi");
    await page.getByRole("textbox", { name: "Bao nhiêu?" }).fill("1200");
}

/** A harvest waits on the phone: it was written without a network, and when that is back the session has ended. */
export async function harvestThenSignedOut(page) {
    await page.context().setOffline(true);
    await harvest(page);
    await save(page);
    await page.getByText("1 việc chờ gửi").waitFor();
    await page.context().clearCookies();
    await page.context().setOffline(false);
}

/** The lots of the book with the number of their entries, as the command line shows them. */
export const inBook = async (server) =>
    Object.fromEntries((await server.temsao("lot", "show")).lots.map((one) => [one.lot, one.events]));
