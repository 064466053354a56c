// Which paper? Sheets and rolls on which the design fits come first, measured ones and the best fit foremost; the others say why not.
import { api } from "../kit/api";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { Stock, Template } from "../kit/model";
import { go, to } from "../kit/route";
import { useWords } from "../kit/words";
import { size } from "./design";
import { useDraft } from "./draft";
import { SheetPicture } from "./sheet_picture";
import { ForProduct, Onward } from "./steps";
import { fits, waste } from "./stock";
import { studioWords } from "./words";

export function Paper({ product }: { product: string }) {
    const t = useWords(studioWords);
    const [draft, change] = useDraft(product);
    const [load, again] = useLoad(async (signal) => {
        const [templates, stocks] = await Promise.all([
            api.get<Template[]>("templates", signal),
            api.get<Stock[]>("stocks", signal),
        ]);
        return { design: templates.find((one) => one.name === draft.template), stocks };
    }, []);
    const choose = (stock: Stock | null) => {
        change({
            stock: stock?.id ?? "",
            start: 1,
            format: stock?.kind === "roll" ? "zpl" : "pdf",
            dpi: stock?.kind === "roll" ? 203 : 300,
        });
        go("label", product, "dates");
    };
    return (
        <>
            <Heading step={t.step(3)}>{t.paperTitle}</Heading>
            <ForProduct product={product}>
                {() => (
                    <Loaded load={load} again={again}>
                        {({ design, stocks }) => {
                            if (!design) {
                                go("label", product); // the draft was forgotten: the design is asked again
                                return null;
                            }
                            const good = stocks
                                .filter((stock) => fits(design, stock))
                                .sort(
                                    (a, b) =>
                                        Number(b.measured) - Number(a.measured) || waste(design, a) - waste(design, b),
                                );
                            const group = (title: string, some: Stock[]) =>
                                some.length > 0 && (
                                    <section class="stack">
                                        <h2>{title}</h2>
                                        <ul class="plain pictures papers">
                                            {some.map((stock) => (
                                                <li key={stock.id}>
                                                    <PaperButton
                                                        stock={stock}
                                                        chosen={stock.id === draft.stock}
                                                        choose={() => choose(stock)}
                                                    />
                                                </li>
                                            ))}
                                        </ul>
                                    </section>
                                );
                            return (
                                <>
                                    {group(
                                        t.paperSheets,
                                        good.filter((stock) => stock.kind === "sheet"),
                                    )}
                                    {group(
                                        t.paperRolls,
                                        good.filter((stock) => stock.kind === "roll"),
                                    )}
                                    <button type="button" class="choice" onClick={() => choose(null)}>
                                        <span class="stack tight">
                                            <strong>{t.paperNone}</strong>
                                            <span class="soft small">{t.paperNoneHint}</span>
                                        </span>
                                    </button>
                                    <details>
                                        <summary>{t.otherPapers}</summary>
                                        <ul class="stack tight">
                                            {stocks
                                                .filter((stock) => !fits(design, stock))
                                                .map((stock) => (
                                                    <li key={stock.id}>
                                                        {stock.title}.{" "}
                                                        <span class="soft">{t.tooSmall(size(stock.sticker_mm))}</span>
                                                    </li>
                                                ))}
                                        </ul>
                                    </details>
                                </>
                            );
                        }}
                    </Loaded>
                )}
            </ForProduct>
            <Onward back={to("label", product)} />
        </>
    );
}

function PaperButton({ stock, chosen, choose }: { stock: Stock; chosen: boolean; choose: () => void }) {
    const t = useWords(studioWords);
    return (
        <button type="button" class="picture" aria-pressed={chosen} onClick={choose}>
            <span class="picture-ground">
                <SheetPicture stock={stock} />
            </span>
            <span class="picture-words">
                <strong>{stock.title}</strong>
                <span class="soft small">
                    {size(stock.sticker_mm)} mm{stock.kind === "sheet" && `, ${t.perSheet(stock.labels)}`}
                </span>
                {!stock.measured && <span class="soft small">{t.unmeasured}</span>}
            </span>
        </button>
    );
}
