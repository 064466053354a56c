// How many, where the first sheet starts, and in which form; then the run begins.
import { api } from "../kit/api";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { Printer, Stock } from "../kit/api_types";
import { useWords } from "../kit/words";
import { CountForm } from "./count_form";
import { ForProduct } from "./steps";
import { studioWords } from "./words";

export function Count({ product }: { product: string }) {
    const t = useWords(studioWords);
    const [load, again] = useLoad(async (signal) => {
        const [stocks, printers] = await Promise.all([
            api.get<Stock[]>("stocks", signal),
            api.get<Printer[]>("printers", signal),
        ]);
        return { stocks, printers };
    }, []);
    return (
        <>
            <Heading step={t.step(5)}>{t.countTitle}</Heading>
            <ForProduct product={product}>
                {() => (
                    <Loaded load={load} again={again}>
                        {({ stocks, printers }) => <CountForm product={product} stocks={stocks} printers={printers} />}
                    </Loaded>
                )}
            </ForProduct>
        </>
    );
}
