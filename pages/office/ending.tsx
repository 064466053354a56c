// Certificates about to expire, and revoking one.
import { useState } from "preact/hooks";
import { day } from "../kit/figures";
import { GrowingList } from "../kit/growing_list";
import { Heading } from "../kit/heading";
import type { Product } from "../kit/api_types";
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
    const pages = useProductPages(asked ? { query: asked } : { expiring: within }, 50);
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
            <GrowingList
                pages={pages}
                none={t.endingNone}
                soFar={t.shownSoFar}
                all={t.shownAll}
                moreOfThem={t.moreProducts}>
                {(products) => <ProductTable products={products} />}
            </GrowingList>
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
