// One lot: its story, where it came from and where it went, and the way to its recall.
import { api } from "../kit/api";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import { LotEventLine } from "../kit/lot_event";
import { lotPath } from "../kit/lot_path";
import { LotTrace } from "../kit/lot_trace";
import { lotWords } from "../kit/lot_words";
import type { LotFacts } from "../kit/api_types";
import { Notice } from "../kit/notice";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import { lotsWords } from "./lots_words";

export function Lot({ product, lot }: { product: string; lot: string }) {
    const t = useWords(lotsWords);
    const ofLots = useWords(lotWords);
    const [load, again] = useLoad((signal) => api.get<LotFacts>(lotPath(product, lot), signal), [product, lot]);
    return (
        <Loaded load={load} again={again}>
            {({ lot: about, events }) => {
                const isRecalled = events.some((one) => one.kind === "recall" && !one.struck);
                return (
                    <>
                        <Heading step={ofLots.lotNamed(about.lot)}>{about.name}</Heading>
                        {isRecalled && (
                            <Notice kind="invalid">
                                <p>{t.isRecalled}</p>
                            </Notice>
                        )}
                        <ol class="plain stack">
                            {events.map((event) => (
                                <li key={event.id}>
                                    <LotEventLine event={event} />
                                </li>
                            ))}
                        </ol>
                        <section class="stack tight">
                            <h2>{ofLots.whereItWent}</h2>
                            <LotTrace product={product} lot={lot} link={(p, l) => to("lot", p, l)} />
                        </section>
                        <div class="actions">
                            <a class={`button ${isRecalled ? "" : "danger"}`} href={to("recall", product, lot)}>
                                {isRecalled ? t.lookAtRecall : t.toRecall}
                            </a>
                            {isRecalled && (
                                <a class="button" href={to("lift", product, lot)}>
                                    {t.toLift}
                                </a>
                            )}
                            <a class="button quiet" href={to("lots")}>
                                {t.back}
                            </a>
                        </div>
                    </>
                );
            }}
        </Loaded>
    );
}
