// Certificates about to expire, and revoking one.
import { useState } from "preact/hooks";
import { api, query } from "../kit/api";
import { Button } from "../kit/button";
import { DayField } from "../kit/date";
import { Field } from "../kit/field";
import { day, today } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import { Notice, TroubleNotice } from "../kit/notice";
import { useRested } from "../kit/rested";
import { to } from "../kit/route";
import { Stars } from "../kit/stars";
import { Table } from "../kit/table";
import { useWords } from "../kit/words";
import type { Product, ProductPage } from "./model";
import { officeWords } from "./words";

export function Ending() {
    const t = useWords(officeWords);
    const [within, setWithin] = useState(90);
    const [typed, setTyped] = useState("");
    const asked = useRested(typed);
    const [load, again] = useLoad(
        (signal) =>
            api.get<ProductPage>(
                `products?${query(asked ? { query: asked, limit: 50 } : { expiring: within, limit: 200 })}`,
                signal,
            ),
        [within, asked],
    );
    return (
        <>
            <Heading>{t.endingTitle}</Heading>
            <div class="fields">
                <Field label={t.within}>
                    {(control) => (
                        <select
                            {...control}
                            value={String(within)}
                            onChange={(event) => setWithin(Number(event.currentTarget.value))}>
                            {[30, 90, 180, 365].map((days) => (
                                <option key={days} value={days}>
                                    {t.days(days)}
                                </option>
                            ))}
                        </select>
                    )}
                </Field>
                <Field label={t.find} hint={t.findHint}>
                    {(control) => (
                        <input
                            {...control}
                            type="search"
                            autocomplete="off"
                            value={typed}
                            onInput={(event) => setTyped(event.currentTarget.value)}
                        />
                    )}
                </Field>
            </div>
            <Loaded load={load} again={again}>
                {({ products }) =>
                    products.length === 0 ? (
                        <p class="empty" role="status">
                            {t.endingNone}
                        </p>
                    ) : (
                        <ProductTable products={products} />
                    )
                }
            </Loaded>
        </>
    );
}

function ProductTable({ products }: { products: Product[] }) {
    const t = useWords(officeWords);
    return (
        <Table
            caption={t.endingTitle}
            heads={[t.product, t.producer, t.stars, t.ends, t.deed]}
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

export function Revoke({ id }: { id: string }) {
    const t = useWords(officeWords);
    const [load, again] = useLoad(
        (signal) => api.get<{ product: Product }>(`products/${encodeURIComponent(id)}`, signal),
        [id],
    );
    const [decision, setDecision] = useState("");
    const [date, setDate] = useState(today());
    const [isDone, setDone] = useState(false);
    const [error, setError] = useState<unknown>(null);
    const revoke = async () => {
        setError(null);
        try {
            await api.post("certificates/revocation", { product: id, decision: decision.trim(), date });
            setDone(true);
        } catch (problem) {
            setError(problem);
        }
    };
    return (
        <Loaded load={load} again={again}>
            {({ product }) =>
                isDone ? (
                    <>
                        <Heading key="done">{product.name}</Heading>
                        <Notice kind="valid" alert>
                            <p>{t.revoked(product.name)}</p>
                        </Notice>
                        <div class="actions">
                            <a class="button primary" href={to("publish")}>
                                {t.navPublish}
                            </a>
                            <a class="button quiet" href={to("ending")}>
                                {t.back}
                            </a>
                        </div>
                    </>
                ) : (
                    <form
                        class="stack narrow"
                        onSubmit={(event) => {
                            event.preventDefault();
                            void revoke();
                        }}>
                        <Heading>{t.revokeTitle(product.name)}</Heading>
                        <p>
                            {product.producer} · <Stars count={product.stars} /> · {product.certificate}
                        </p>
                        <Notice kind="check">
                            <p>{t.revokeLead}</p>
                        </Notice>
                        {error !== null && <TroubleNotice error={error} />}
                        <Field label={t.decision} hint={t.decisionHint}>
                            {(control) => (
                                <input
                                    {...control}
                                    required
                                    autocomplete="off"
                                    value={decision}
                                    onInput={(event) => setDecision(event.currentTarget.value)}
                                />
                            )}
                        </Field>
                        <DayField label={t.date} value={date} onChange={setDate} />
                        <div class="actions">
                            <Button danger type="submit" disabled={!decision.trim()}>
                                {t.revoke}
                            </Button>
                            <a class="button quiet" href={to("ending")}>
                                {t.back}
                            </a>
                        </div>
                    </form>
                )
            }
        </Loaded>
    );
}
