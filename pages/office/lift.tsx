// A recall that is lifted: a reason, then a look at what that frees and what stays recalled, then it is lifted.
import { Button } from "../kit/button";
import { Heading } from "../kit/heading";
import { Loaded } from "../kit/load";
import { lotPath } from "../kit/lot_path";
import { lotWords } from "../kit/lot_words";
import type { LotLift, Lot } from "../kit/api_types";
import { Notice, TroubleNotice } from "../kit/notice";
import { to } from "../kit/route";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { lotsWords } from "./lots_words";
import { useReasonedDeed } from "./reasoned_deed";

const MOST = 50; // lines of each

export function Lift({ product, lot }: { product: string; lot: string }) {
    const t = useWords(lotsWords);
    const ofLots = useWords(lotWords);
    const path = `${lotPath(product, lot)}/recall/lift`;
    const { load, again, done, reason, setReason, submit, error, canStart } = useReasonedDeed<LotLift>(path);
    return (
        <Loaded load={load} again={again}>
            {(found) =>
                done ? (
                    <LiftedNow lifted={done} lot={lot} />
                ) : (
                    <form class="stack wide-gap" onSubmit={submit}>
                        <Heading step={ofLots.lotNamed(lot)}>{t.liftTitle}</Heading>
                        <LotList title={t.wouldLift} lots={found.lots} />
                        <LotList title={t.stayRecalled} lots={found.stay} />
                        {error !== null && <TroubleNotice error={error} />}
                        <TextField
                            label={t.liftReason}
                            hint={t.liftReasonHint}
                            required
                            value={reason}
                            onValue={setReason}
                        />
                        <div class="actions">
                            <Button danger type="submit" disabled={!canStart || found.lots.length === 0}>
                                {t.lift}
                            </Button>
                            <a class="button quiet" href={to("lot", product, lot)}>
                                {t.back}
                            </a>
                        </div>
                    </form>
                )
            }
        </Loaded>
    );
}

function LotList({ title, lots }: { title: string; lots: Lot[] }) {
    const ofLots = useWords(lotWords);
    const t = useWords(lotsWords);
    if (lots.length === 0) return null;
    return (
        <section class="stack tight">
            <h2>{title}</h2>
            <ul class="plain stack">
                {lots.slice(0, MOST).map((one) => (
                    <li key={`${one.product}/${one.lot}`}>
                        <a href={to("lot", one.product, one.lot)}>{one.name}</a> · {ofLots.lotNamed(one.lot)}
                    </li>
                ))}
            </ul>
            {lots.length > MOST && <p class="soft">{t.moreOfThem(lots.length - MOST)}</p>}
        </section>
    );
}

function LiftedNow({ lifted, lot }: { lifted: LotLift; lot: string }) {
    const t = useWords(lotsWords);
    const ofLots = useWords(lotWords);
    return (
        <>
            <Heading step={ofLots.lotNamed(lot)}>{t.liftedTitle}</Heading>
            <Notice kind="valid" alert>
                <p>{t.liftedNow(lifted.lots.length)}</p>
                <p>{t.liftedNext}</p>
            </Notice>
            <LotList title={t.stayRecalled} lots={lifted.stay} />
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
