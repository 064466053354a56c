// Photos as an inspector's phone takes them.

/**
 * Labels turned a little on a table with grain, written as JPEG; a place may have a label of its own. It is drawn in a
 * page of its own, where no policy forbids data addresses.
 */
export async function makePhoto(browser, label, { width, height, places, dark = false, night = false, glare = null }) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const bytes = await page.evaluate(
        async ({ label, width, height, places, dark, night, glare }) => {
            const pictureOf = async (png) =>
                createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
            const canvas = Object.assign(document.createElement("canvas"), { width, height });
            const pen = canvas.getContext("2d");
            pen.fillStyle = "#8d7b66";
            pen.fillRect(0, 0, width, height);
            for (let i = 0; i < 4000; i++) {
                pen.fillStyle = `rgb(${90 + ((i * 37) % 80)} ${80 + ((i * 53) % 60)} ${60 + ((i * 71) % 50)} / 40%)`;
                pen.fillRect((i * 7919) % width, (i * 104729) % height, width / 60, height / 300);
            }
            for (const { x, y, size, turn, label: own } of places) {
                const picture = await pictureOf(own ?? label);
                pen.save();
                pen.translate(x * width, y * height);
                pen.rotate(turn);
                const wide = size * width,
                    high = (wide * picture.height) / picture.width;
                pen.drawImage(picture, -wide / 2, -high / 2, wide, high);
                if (glare) {
                    pen.fillStyle = "#fff";
                    pen.fillRect(
                        (glare.x - 0.5) * wide,
                        (glare.y - 0.5) * high,
                        glare.width * wide,
                        glare.height * high,
                    );
                }
                pen.restore();
            }
            if (night) {
                pen.fillStyle = "rgb(0 0 0 / 97%)";
                pen.fillRect(0, 0, width, height);
            }
            if (dark) {
                const shade = pen.createLinearGradient(0, 0, width, 0);
                shade.addColorStop(0, "rgb(0 0 0 / 88%)");
                shade.addColorStop(1, "rgb(0 0 0 / 20%)");
                pen.fillStyle = shade;
                pen.fillRect(0, 0, width, height);
            }
            const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
            return [...new Uint8Array(await blob.arrayBuffer())];
        },
        { label, width, height, places, dark, night, glare },
    );
    await context.close();
    return Buffer.from(bytes);
}
export const one = { width: 4000, height: 3000, places: [{ x: 0.5, y: 0.5, size: 0.4, turn: 0.12 }] };
export const three = {
    width: 4000,
    height: 3000,
    places: [
        { x: 0.22, y: 0.3, size: 0.3, turn: -0.1 },
        { x: 0.7, y: 0.3, size: 0.26, turn: 0.2 },
        { x: 0.45, y: 0.78, size: 0.3, turn: 0.05 },
    ],
};
