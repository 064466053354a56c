// A recall: first what it would call back and from whom, then the reason, then it is in force.
import { api, query } from "../kit/api";
import { Button } from "../kit/button";
import { number } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Loaded } from "../kit/load";
import { lotPath } from "../kit/lot_path";
import { ShippedLots } from "../kit/lot_trace";
import { lotWords } from "../kit/lot_words";
import type { LotRecall } from "../kit/api_types";
import { Notice, TroubleNotice } from "../kit/notice";
import { to } from "../kit/route";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { lotsWords } from "./lots_words";
import { useReasonedDeed } from "./reasoned_deed";

export function Recall({ product, lot }: { product: string; lot: string }) {
    const t = useWords(lotsWords);
    const ofLots = useWords(lotWords);
    const path = `${lotPath(product, lot)}/recall`;
    const { load, again, done, reason, setReason, submit, error, canStart } = useReasonedDeed<LotRecall>(path);
    return (
        <Loaded load={load} again={again}>
            {(look) =>
                done ? (
                    <Recalled key="done" path={path} recall={done} reason={reason} lot={lot} />
                ) : (
                    <form class="stack wide-gap" onSubmit={submit}>
                        <Heading step={ofLots.lotNamed(lot)}>{t.recallTitle(look.lots[0]?.name ?? product)}</Heading>
                        <RecallTally recall={look} />
                        {look.recalled_before > 0 && (
                            <Notice kind="check">
                                <p>{t.recalledBefore(look.recalled_before)}</p>
                            </Notice>
                        )}
                        <section class="stack tight">
                            <h2>{t.wouldRecall}</h2>
                            <ShippedLots lots={look.lots} link={(p, l) => to("lot", p, l)} />
                        </section>
                        {error !== null && <TroubleNotice error={error} />}
                        <TextField label={t.reason} hint={t.reasonHint} required value={reason} onValue={setReason} />
                        <p class="soft">{t.recallLead}</p>
                        <div class="actions">
                            <Button danger type="submit" disabled={!canStart}>
                                {t.recall}
                            </Button>
                            <a class="button quiet" href={to("lot", product, lot)}>
                                {t.back}
                            </a>
                        </div>
                        <Papers path={path} reason={reason} />
                    </form>
                )
            }
        </Loaded>
    );
}

function RecallTally({ recall }: { recall: LotRecall }) {
    const t = useWords(lotsWords);
    const sent = recall.lots.filter((one) => one.shipped.length > 0).length;
    return (
        <div class="tally">
            {[
                { count: recall.lots.length, name: t.lotsCounted },
                { count: sent, name: t.lotsShipped },
                { count: recall.lots.length - sent, name: t.lotsHere },
                { count: recall.receivers, name: t.receivers },
            ].map((one) => (
                <div key={one.name}>
                    <span class="count">{number(one.count)}</span>
                    <span>{one.name}</span>
                </div>
            ))}
        </div>
    );
}

/** The table of receivers and a letter to each, to download. */
function Papers({ path, reason }: { path: string; reason: string }) {
    const t = useWords(lotsWords);
    const letters = `${path}/letters.html${reason.trim() ? `?${query({ reason: reason.trim() })}` : ""}`;
    return (
        <div class="actions">
            <a class="button" href={api.address(`${path}/receivers.csv`)} download>
                {t.csv}
            </a>
            <a class="button" href={api.address(letters)} download>
                {t.letters}
            </a>
        </div>
    );
}

function Recalled({ path, recall, reason, lot }: { path: string; recall: LotRecall; reason: string; lot: string }) {
    const t = useWords(lotsWords);
    const ofLots = useWords(lotWords);
    return (
        <>
            <Heading step={ofLots.lotNamed(lot)}>{t.recalledTitle}</Heading>
            <Notice kind="valid" alert>
                <p>{t.recalledNow(recall.lots.length, recall.receivers)}</p>
                <p>{t.seenAtOnce}</p>
            </Notice>
            <RecallTally recall={recall} />
            <Papers path={path} reason={reason} />
            <div class="actions">
                <a class="button primary" href={to("publish")}>
                    {t.publish}
                </a>
                <a class="button quiet" href={to("lots")}>
                    {t.back}
                </a>
            </div>
        </>
    );
}
