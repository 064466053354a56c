// Revoking a certificate.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { DayField } from "../kit/date";
import { dayInVietNam } from "../kit/clock";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { Product, ProductFacts, Revocation } from "../kit/api_types";
import { Notice, TroubleNotice } from "../kit/notice";
import { to } from "../kit/route";
import { Stars } from "../kit/stars";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { officeWords } from "./words";

export function Revoke({ id }: { id: string }) {
    const [load, again] = useLoad(
        (signal) => api.get<ProductFacts>(`products/${encodeURIComponent(id)}`, signal),
        [id],
    );
    const [isDone, setDone] = useState(false);
    return (
        <Loaded load={load} again={again}>
            {({ product }) =>
                isDone ? (
                    <Revoked key="done" product={product} />
                ) : (
                    <RevokeForm product={product} done={() => setDone(true)} />
                )
            }
        </Loaded>
    );
}

function RevokeForm({ product, done }: { product: Product; done: () => void }) {
    const t = useWords(officeWords);
    const [decision, setDecision] = useState("");
    const [date, setDate] = useState(dayInVietNam());
    const [error, setError] = useState<unknown>(null);
    const revoke = async () => {
        setError(null);
        const revocation: Revocation = { product: product.key, decision: decision.trim(), date };
        try {
            await api.post("certificates/revocation", revocation);
            done();
        } catch (problem) {
            setError(problem);
        }
    };
    return (
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
            <TextField label={t.decision} hint={t.decisionHint} required value={decision} onValue={setDecision} />
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
    );
}

function Revoked({ product }: { product: Product }) {
    const t = useWords(officeWords);
    return (
        <>
            <Heading>{product.name}</Heading>
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
    );
}
