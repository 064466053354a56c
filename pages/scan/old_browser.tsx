// A browser that cannot read photos by itself.
import { Frame } from "../kit/frame";
import { Heading } from "../kit/heading";
import { Notice } from "../kit/notice";
import { useWords } from "../kit/words";
import { scanWords } from "./words";

/** What the eye and its worker ask of a browser. */
export const hasAllItNeeds = (): boolean =>
    ["WebAssembly", "Worker", "OffscreenCanvas", "createImageBitmap"].every((name) => name in window) &&
    "Segmenter" in Intl;

export function OldBrowser() {
    const t = useWords(scanWords);
    return (
        <Frame name={t.name} home="#/">
            <Heading>{t.oldTitle}</Heading>
            <Notice kind="check">
                <p>{t.oldBrowser}</p>
            </Notice>
        </Frame>
    );
}
