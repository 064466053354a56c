// Revoking a certificate.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { DayField } from "../kit/date";
import { Field } from "../kit/field";
import { today } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { ProductFacts } from "../kit/model";
import { Notice, TroubleNotice } from "../kit/notice";
import { to } from "../kit/route";
import { Stars } from "../kit/stars";
import { useWords } from "../kit/words";
import { officeWords } from "./words";

export function Revoke({ id }: { id: string }) {
    const t = useWords(officeWords);
    const [load, again] = useLoad(
        (signal) => api.get<ProductFacts>(`products/${encodeURIComponent(id)}`, signal),
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
