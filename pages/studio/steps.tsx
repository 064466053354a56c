// What the steps of a label share: the product's name and stars above the question, and the two ways to go on.
import type { ComponentChildren } from "preact";
import { api } from "../kit/api";
import { day } from "../kit/figures";
import { Loaded, useLoad } from "../kit/load";
import type { ProductFacts } from "../kit/api_types";
import { Notice } from "../kit/notice";
import { Stars } from "../kit/stars";
import { useWords } from "../kit/words";
import { studioWords } from "./words";

export function useProduct(key: string) {
    return useLoad((signal) => api.get<ProductFacts>(`products/${encodeURIComponent(key)}`, signal), [key]);
}

/** Shows which product it is; what follows is shown only where it may be printed. */
export function ForProduct({
    product,
    children,
}: {
    product: string;
    children: (facts: ProductFacts) => ComponentChildren;
}) {
    const t = useWords(studioWords);
    const [load, again] = useProduct(product);
    return (
        <Loaded load={load} again={again}>
            {(facts) => (
                <>
                    <p class="row about">
                        <strong>{facts.product.name}</strong>
                        <Stars count={facts.product.stars} />
                        {facts.last_print_day && <span class="soft small">{t.until(day(facts.last_print_day))}</span>}
                    </p>
                    {facts.may_print ? (
                        children(facts)
                    ) : (
                        <Notice kind="check" alert>
                            <p>
                                <strong>{t.notPrinted}</strong>
                            </p>
                            <p>{facts.why}</p>
                        </Notice>
                    )}
                </>
            )}
        </Loaded>
    );
}

export function Onward({ back, children }: { back: string; children?: ComponentChildren }) {
    const t = useWords(studioWords);
    return (
        <div class="actions">
            {children}
            <a class="button quiet" href={back}>
                {t.back}
            </a>
        </div>
    );
}
