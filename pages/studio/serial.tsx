// One label by its serial number: void it, or replace it.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Ask } from "../kit/ask";
import { Button } from "../kit/button";
import { Field } from "../kit/field";
import type { Serial, SerialChange } from "../kit/model";
import { Notice, TroubleNotice } from "../kit/notice";
import { ProductName } from "../kit/product_name";
import { go } from "../kit/route";
import { useWords } from "../kit/words";
import { readDraft, writeDraft } from "./draft";
import { studioWords } from "./words";

const isLive = (facts: Serial) => facts.state === "printed" || facts.state === "reserved";

export function SerialCard() {
    const t = useWords(studioWords);
    const [typed, setTyped] = useState("");
    const [found, setFound] = useState<Serial | null>(null);
    const [asking, setAsking] = useState<"void" | "reissue" | null>(null);
    const [reason, setReason] = useState("");
    const [told, setTold] = useState("");
    const [fresh, setFresh] = useState(""); // the serial that takes the place of one
    const [error, setError] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    const path = (serial: string) => `serials/${encodeURIComponent(serial)}`;
    const look = (serial: string) =>
        api.get<Serial>(path(serial)).then(
            (facts) => {
                setFound(facts);
                setError(null);
            },
            (problem) => {
                setFound(null);
                setError(problem);
            },
        );
    const act = async () => {
        if (!found || !asking || !reason.trim()) return;
        setBusy(true);
        try {
            const answer = await api.post<SerialChange>(`${path(found.serial)}/${asking}`, {
                reason: reason.trim(),
            });
            setTold(asking === "void" ? t.voided(found.serial) : t.reissued(found.serial, answer.by ?? ""));
            setFresh(answer.by ?? "");
            setReason("");
            await look(found.serial);
        } catch (problem) {
            setError(problem);
        }
        setAsking(null);
        setBusy(false);
    };
    const replace = () => {
        if (!found) return;
        writeDraft(found.product, {
            ...readDraft(found.product),
            serial: fresh,
            lot: found.lot,
            count: 1,
            spares: 0,
            serials: false,
        });
        go("label", found.product);
    };
    return (
        <section class="card stack">
            <div>
                <h2>{t.serialTitle}</h2>
                <p class="soft">{t.serialLead}</p>
            </div>
            <form
                class="row"
                style={{ alignItems: "end" }}
                onSubmit={(event) => {
                    event.preventDefault();
                    setTold("");
                    setFresh("");
                    if (typed.trim()) void look(typed.trim().toUpperCase());
                }}>
                <div class="grow">
                    <Field label={t.serial}>
                        {(control) => (
                            <input
                                {...control}
                                class="number"
                                autocomplete="off"
                                autocapitalize="characters"
                                value={typed}
                                onInput={(event) => setTyped(event.currentTarget.value)}
                            />
                        )}
                    </Field>
                </div>
                <Button type="submit">{t.serialFind}</Button>
            </form>
            {error !== null && <TroubleNotice error={error} />}
            {told && (
                <Notice kind="valid" alert>
                    <p>{told}</p>
                </Notice>
            )}
            {fresh && found && (
                <div class="actions">
                    <Button primary onClick={replace}>
                        {t.printReplacement}
                    </Button>
                </div>
            )}
            {found && (
                <>
                    <dl class="facts">
                        <dt>{t.serialOf}</dt>
                        <dd class="number">{found.serial}</dd>
                        <dt>{t.what}</dt>
                        <dd>{found.name ?? <ProductName id={found.product} />}</dd>
                        <dt>{t.lot}</dt>
                        <dd>{found.lot}</dd>
                        <dt>{t.state}</dt>
                        <dd>{isLive(found) ? t.issued : t.isVoid}</dd>
                    </dl>
                    {isLive(found) && (
                        <div class="actions">
                            <Button danger onClick={() => setAsking("void")}>
                                {t.serialVoid}
                            </Button>
                            <Button onClick={() => setAsking("reissue")}>{t.serialReissue}</Button>
                        </div>
                    )}
                </>
            )}
            {asking && (
                <Ask
                    title={`${asking === "void" ? t.serialVoid : t.serialReissue}: ${found?.serial ?? ""}`}
                    confirm={asking === "void" ? t.serialVoid : t.serialReissue}
                    danger={asking === "void"}
                    busy={busy || !reason.trim()}
                    onConfirm={() => void act()}
                    onClose={() => setAsking(null)}>
                    <Field label={t.reason} hint={t.reasonHint}>
                        {(control) => (
                            <input
                                {...control}
                                required
                                value={reason}
                                onInput={(event) => setReason(event.currentTarget.value)}
                            />
                        )}
                    </Field>
                </Ask>
            )}
        </section>
    );
}
