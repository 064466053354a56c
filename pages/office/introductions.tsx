// How producers introduce themselves: what waits for the office, and what the shoppers' pages show.
import { useState } from "preact/hooks";
import { api, query } from "../kit/api";
import type { Introduction, Introductions as IntroductionsPage } from "../kit/api_types";
import { Ask } from "../kit/ask";
import { Button } from "../kit/button";
import { useDeed } from "../kit/deed";
import { day, stamp } from "../kit/figures";
import { GrowingList } from "../kit/growing_list";
import { Heading } from "../kit/heading";
import { IntroductionShown } from "../kit/introduction";
import { TroubleNotice } from "../kit/notice";
import { usePages } from "../kit/pages";
import { SelectField } from "../kit/select_field";
import { useWords } from "../kit/words";
import { introductionsWords } from "./introductions_words";

const PAGE = 20;
/** What was just decided. */
type Told = { isApproved: boolean; producer: string } | null;

export function Introductions() {
    const t = useWords(introductionsWords);
    const [state, setState] = useState<"waiting" | "approved">("waiting");
    const [withdrawing, setWithdrawing] = useState<Introduction | null>(null);
    const [told, setTold] = useState<Told>(null);
    const pages = usePages(`introductions?${query({ state, limit: PAGE })}`, async (path, signal) => {
        const page = await api.get<IntroductionsPage>(path, signal);
        return { rows: page.introductions, next: page.next };
    });
    const decided = (what: Told) => {
        setTold(what);
        pages.again();
    };
    return (
        <>
            <Heading>{t.title}</Heading>
            <p class="soft">{t.lead}</p>
            <div class="which">
                <SelectField
                    label={t.which}
                    value={state}
                    options={[
                        { value: "waiting", name: t.waiting },
                        { value: "approved", name: t.approved },
                    ]}
                    onChange={(which) => {
                        setTold(null);
                        setState(which === "approved" ? "approved" : "waiting");
                    }}
                />
            </div>
            <p class="told" role="status">
                {told && (told.isApproved ? t.approvedNow(told.producer) : t.withdrawnNow(told.producer))}
            </p>
            <GrowingList
                pages={pages}
                none={state === "waiting" ? t.noneWaiting : t.noneApproved}
                soFar={t.shownSoFar}
                all={t.shownAll}
                moreOfThem={t.more}>
                {(introductions) => (
                    <ul class="plain stack">
                        {introductions.map((one) => (
                            <Card
                                key={one.id}
                                one={one}
                                onApproved={() => decided({ isApproved: true, producer: one.producer })}
                                onWithdraw={() => setWithdrawing(one)}
                            />
                        ))}
                    </ul>
                )}
            </GrowingList>
            {withdrawing && (
                <Withdraw
                    one={withdrawing}
                    onDone={() => decided({ isApproved: false, producer: withdrawing.producer })}
                    onClose={() => setWithdrawing(null)}
                />
            )}
        </>
    );
}

function Card({ one, onApproved, onWithdraw }: { one: Introduction; onApproved: () => void; onWithdraw: () => void }) {
    const t = useWords(introductionsWords);
    const { start, busy, error } = useDeed();
    const approve = async () => {
        await api.post<Introduction>(`introductions/${one.id}/approval`);
        onApproved();
    };
    return (
        <li class="card stack">
            <div class="stack tight">
                <h2>{one.producer}</h2>
                <p class="soft small">
                    {t.sent(one.account, stamp(one.at))}
                    {one.decided && ` · ${t.decided(one.decided.by, day(one.decided.on))}`}
                </p>
            </div>
            <IntroductionShown introduction={one} />
            {error !== null && <TroubleNotice error={error} />}
            <div class="actions">
                {one.state === "waiting" && (
                    <Button
                        primary
                        disabled={busy}
                        onClick={() => start(approve)}
                        aria-label={`${t.approve}: ${one.producer}`}>
                        {t.approve}
                    </Button>
                )}
                <Button danger disabled={busy} onClick={onWithdraw} aria-label={`${t.withdraw}: ${one.producer}`}>
                    {t.withdraw}
                </Button>
            </div>
        </li>
    );
}

function Withdraw({ one, onDone, onClose }: { one: Introduction; onDone: () => void; onClose: () => void }) {
    const t = useWords(introductionsWords);
    const { start, busy, error } = useDeed();
    return (
        <Ask
            title={t.withdrawTitle(one.producer)}
            confirm={t.withdraw}
            danger
            busy={busy}
            onConfirm={() =>
                start(async () => {
                    await api.remove<Introduction>(`introductions/${one.id}`);
                    onDone();
                    onClose();
                })
            }
            onClose={onClose}>
            <p>{one.state === "waiting" ? t.withdrawWaiting : t.withdrawShown}</p>
            {error !== null && <TroubleNotice error={error} />}
        </Ask>
    );
}
