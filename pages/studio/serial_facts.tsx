import { Button } from "../kit/button";
import type { Serial } from "../kit/api_types";
import { ProductName } from "../kit/product_name";
import { useWords } from "../kit/words";
import { studioWords } from "./words";

/** The two ways in which a label ends: without one in its place, or with one. The server's own words. */
export type Ending = "void" | "reissue";

const isLive = ({ state }: Serial) => state !== "voided" && state !== "reissued";

/** What is known of a serial number; a live one can be ended. */
export function SerialFacts({ found, ask }: { found: Serial; ask: (ending: Ending) => void }) {
    const t = useWords(studioWords);
    return (
        <>
            <dl class="facts">
                <dt>{t.serial}</dt>
                <dd class="number">{found.serial}</dd>
                <dt>{t.what}</dt>
                <dd>{found.name ?? <ProductName id={found.product} />}</dd>
                <dt>{t.lot}</dt>
                <dd>{found.lot}</dd>
                <dt>{t.state}</dt>
                <dd>{isLive(found) ? (found.state === "unknown" ? t.isUnknown : t.issued) : t.isVoid}</dd>
            </dl>
            {isLive(found) && (
                <div class="actions">
                    <Button danger onClick={() => ask("void")}>
                        {t.serialVoid}
                    </Button>
                    <Button onClick={() => ask("reissue")}>{t.serialReissue}</Button>
                </div>
            )}
        </>
    );
}
