// Which paper? The sheets and rolls that the design fits come first: measured ones, then the best fit. The others say
// why they do not fit.
import { useEffect } from "preact/hooks";
import { api } from "../kit/api";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { Stock, Template } from "../kit/api_types";
import { go, to } from "../kit/route";
import { useWords } from "../kit/words";
import { useDraft } from "./draft";
import { SheetPicture } from "./sheet_picture";
import { ForProduct, Onward } from "./steps";
import { fits, size, waste } from "./stock";
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
    useEffect(() => {
        // The draft is gone: the design is chosen again.
        if (load.state === "there" && !load.value.design) go("label", product);
    }, [load]);
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
                        {({ design, stocks }) =>
                            design && <Papers design={design} stocks={stocks} chosen={draft.stock} choose={choose} />
                        }
                    </Loaded>
                )}
            </ForProduct>
            <Onward back={to("label", product)} />
        </>
    );
}

type Choose = (stock: Stock | null) => void;
type PapersProps = { design: Template; stocks: Stock[]; chosen: string; choose: Choose };

function Papers({ design, stocks, chosen, choose }: PapersProps) {
    const t = useWords(studioWords);
    const order = (a: Stock, b: Stock) =>
        Number(b.measured) - Number(a.measured) || waste(design, a) - waste(design, b);
    const good = stocks.filter((stock) => fits(design, stock)).sort(order);
    const group = (title: string, kind: Stock["kind"]) => {
        const some = good.filter((stock) => stock.kind === kind);
        return some.length > 0 && <PaperGroup title={title} stocks={some} chosen={chosen} choose={choose} />;
    };
    return (
        <>
            {group(t.paperSheets, "sheet")}
            {group(t.paperRolls, "roll")}
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
                                {stock.title}. <span class="soft">{t.tooSmall(size(stock.sticker_mm))}</span>
                            </li>
                        ))}
                </ul>
            </details>
        </>
    );
}

type GroupProps = { title: string; stocks: Stock[]; chosen: string; choose: Choose };

function PaperGroup({ title, stocks, chosen, choose }: GroupProps) {
    return (
        <section class="stack">
            <h2>{title}</h2>
            <ul class="plain pictures papers">
                {stocks.map((stock) => (
                    <li key={stock.id}>
                        <PaperButton stock={stock} chosen={stock.id === chosen} choose={() => choose(stock)} />
                    </li>
                ))}
            </ul>
        </section>
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
