/** The whole picture, scaled down until its longer edge has at most `edge` pixels. */
export function pixelsOf(picture: ImageBitmap, edge: number): { pixels: ImageData; scale: number } {
    const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    const pen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
    pen.imageSmoothingQuality = "high";
    pen.drawImage(picture, 0, 0, width, height);
    return { pixels: pen.getImageData(0, 0, width, height), scale };
}
