// Certificates about to expire, and revoking one.
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { day, number } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded } from "../kit/load";
import type { Product } from "../kit/api_types";
import { TroubleNotice } from "../kit/notice";
import { useProductPages } from "../kit/product_pages";
import { useRested } from "../kit/rested";
import { to } from "../kit/route";
import { SelectField } from "../kit/select_field";
import { Stars } from "../kit/stars";
import { Table } from "../kit/table";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { officeWords } from "./words";

export function Ending() {
    const t = useWords(officeWords);
    const [within, setWithin] = useState(90);
    const [typed, setTyped] = useState("");
    const asked = useRested(typed);
    const { load, again, more, busy, error } = useProductPages(asked ? { query: asked } : { expiring: within }, 50);
    return (
        <>
            <Heading>{t.endingTitle}</Heading>
            <div class="fields">
                <SelectField
                    label={t.within}
                    value={String(within)}
                    options={[30, 90, 180, 365].map((days) => ({ value: String(days), name: t.days(days) }))}
                    onChange={(days) => setWithin(Number(days))}
                />
                <TextField label={t.find} hint={t.findHint} type="search" value={typed} onValue={setTyped} />
            </div>
            <Loaded load={load} again={again}>
                {(products) =>
                    products.length === 0 ? (
                        <p class="empty" role="status">
                            {t.endingNone}
                        </p>
                    ) : (
                        <>
                            <ProductTable products={products} />
                            <p class="soft" role="status">
                                {more ? t.shownSoFar(number(products.length)) : t.shownAll(number(products.length))}
                            </p>
                        </>
                    )
                }
            </Loaded>
            {error !== null && <TroubleNotice error={error} />}
            {more && (
                <div class="actions">
                    <Button disabled={busy} onClick={more}>
                        {t.moreProducts}
                    </Button>
                </div>
            )}
        </>
    );
}

function ProductTable({ products }: { products: Product[] }) {
    const t = useWords(officeWords);
    return (
        <Table
            caption={t.endingTitle}
            heads={[t.product, t.producer, t.stars, t.ends, t.action]}
            rows={products.map((one) => ({
                key: one.key,
                cells: [
                    <strong>{one.name}</strong>,
                    one.producer,
                    <Stars count={one.stars} size={14} />,
                    <span class="number">{day(one.valid_to)}</span>,
                    <a class="button quiet danger" href={to("revoke", one.key)} aria-label={`${t.revoke}: ${one.name}`}>
                        {t.revoke}
                    </a>,
                ],
            }))}
        />
    );
}
