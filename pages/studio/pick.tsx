// The first question: which product? Search as people type, without accents; a product that may not be printed says so.
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { day } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded } from "../kit/load";
import type { Product } from "../kit/api_types";
import { TroubleNotice } from "../kit/notice";
import { useProductPages } from "../kit/product_pages";
import { useRested } from "../kit/rested";
import { to } from "../kit/route";
import { Stars } from "../kit/stars";
import { TextField } from "../kit/text_field";
import { VerdictShape } from "../kit/verdict";
import { useWords } from "../kit/words";
import { studioWords } from "./words";

const PAGE = 30;

export function Pick() {
    const t = useWords(studioWords);
    const [typed, setTyped] = useState("");
    const asked = useRested(typed);
    const { load, again, more, busy, error } = useProductPages({ query: asked }, PAGE);
    return (
        <>
            <Heading step={t.step(1)}>{t.pick}</Heading>
            <TextField label={t.search} hint={t.searchHint} type="search" value={typed} onValue={setTyped} />
            <Loaded load={load} again={again}>
                {(products) => (
                    <>
                        <p class="visually-hidden" role="status">
                            {t.found(products.length)}
                        </p>
                        {products.length === 0 && (
                            <div class="empty">
                                <p>{t.noMatch}</p>
                                <a class="button" href={to("list")}>
                                    {t.dropList}
                                </a>
                            </div>
                        )}
                        <ul class="plain products">
                            {products.map((product) => (
                                <li key={product.key}>
                                    <ProductCard product={product} />
                                </li>
                            ))}
                        </ul>
                        {error !== null && <TroubleNotice error={error} />}
                        {more && (
                            <div class="actions">
                                <Button disabled={busy} onClick={more}>
                                    {t.more}
                                </Button>
                            </div>
                        )}
                    </>
                )}
            </Loaded>
        </>
    );
}

function ProductCard({ product }: { product: Product }) {
    const t = useWords(studioWords);
    const good = product.status === "valid";
    return (
        <a class="product" href={to("label", product.key)}>
            <span class="product-name">{product.name}</span>
            <Stars count={product.stars} />
            <span class="soft small">{product.producer}</span>
            <span class={`small product-until ${good ? "soft" : "check-mark"}`}>
                {!good && <VerdictShape verdict="check" size={16} />}
                {good ? t.until(day(product.valid_to)) : t.lapsed(day(product.valid_to))}
            </span>
        </a>
    );
}
