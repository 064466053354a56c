// The scanner: the camera and nothing else until there is an answer; then the answer, and nothing else. The list's age stands at
// the top of every screen.
import { useEffect, useRef, useState } from "preact/hooks";
import { day, today } from "../kit/figures";
import { Frame } from "../kit/frame";
import { TroubleNotice } from "../kit/notice";
import { go, to, useRoute } from "../kit/route";
import { lang, useLang, useWords } from "../kit/words";
import { AnswerScreen } from "./answer";
import { Checks, sendWaiting } from "./checks";
import { eye } from "./eye";
import { kept } from "./kept";
import type { ListState } from "./list";
import { daysSince, openKept, update } from "./list";
import { ListScreen } from "./list_screen";
import { Look } from "./look";
import type { Answer, Check, Sight } from "./model";
import { isRefusal, starsCounted } from "./model";
import { Typing } from "./typing";
import { scanWords } from "./words";

/** What is before the inspector: a photo, or a code typed, and what was found in it so far. */
export type Case = {
    id: string;
    at: string;
    photo: Blob | null;
    size: [number, number];
    sights: Sight[];
    stars: (number | null)[]; // that the inspector counted
    steps: string[];
    ms: number; // to the first answer
    isBusy: boolean;
};

export const place = {
    read: () => localStorage.getItem("temsao.place") ?? "",
    keep: (name: string) => localStorage.setItem("temsao.place", name),
};

export function Scan() {
    const t = useWords(scanWords);
    const { lang: spoken } = useLang();
    const [screen = ""] = useRoute();
    const [list, setList] = useState<ListState | null>(null);
    const [now, setNow] = useState<Case | null>(null);
    const [answer, setAnswer] = useState<Answer | null>(null);
    const [checks, setChecks] = useState<Check[]>([]);
    const [error, setError] = useState<unknown>(null);
    const begun = useRef(0);

    const readChecks = () => kept.checks().then(setChecks);
    const readList = () => openKept().then(setList);
    useEffect(() => {
        const newest = async () => {
            if ((await update()) === "updated") await readList();
        };
        void readList().then(newest).catch(setError);
        void readChecks().then(sendWaiting).then(readChecks);
        const online = () =>
            void newest()
                .then(sendWaiting)
                .then(readChecks)
                .catch(() => undefined);
        addEventListener("online", online);
        return () => removeEventListener("online", online);
    }, []);

    // Judged anew when more is found, stars are counted, the language or the list changes.
    useEffect(() => {
        if (!now || !list) return;
        let isOld = false;
        void eye
            .judge({
                texts: now.sights.map((sight) => sight.text),
                badges: now.sights.map((sight) => sight.counted),
                stars: now.stars,
                date: today(),
                lang: lang(),
            })
            .then((said) => {
                if (isOld || isRefusal(said)) return;
                setAnswer(said);
                void note(now, said).then(readChecks);
            });
        return () => {
            isOld = true;
        };
    }, [now?.id, now?.sights, now?.stars, spoken, list]);

    const fresh = (photo: Blob | null): Case => ({
        id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
        at: new Date().toISOString(),
        photo,
        size: [0, 0],
        sights: [],
        stars: [],
        steps: [],
        ms: 0,
        isBusy: true,
    });
    const open = (one: Case) => {
        setAnswer(null);
        setError(null);
        setNow(one);
        go("answer");
    };
    const lookAt = (photo: Blob, at = performance.now()) => {
        begun.current = at;
        const one = fresh(photo);
        open(one);
        void eye
            .look(photo, false, ({ sights, step, size, last }) =>
                setNow((before) => {
                    if (before?.id !== one.id) return before;
                    const ms = before.ms || (sights.length ? Math.round(performance.now() - begun.current) : 0);
                    return {
                        ...before,
                        size,
                        ms,
                        isBusy: !last,
                        steps: step ? [...before.steps, step] : before.steps,
                        sights: sights.length === before.sights.length ? before.sights : sights,
                        stars: sights.map((_, i) => before.stars[i] ?? null),
                    };
                }),
            )
            .catch(() => {
                setNow(null);
                setError(t.notPhoto);
                go();
            });
    };
    const typed = (text: string) =>
        open({
            ...fresh(null),
            sights: [
                {
                    text,
                    corners: [
                        [0, 0],
                        [0, 0],
                        [0, 0],
                        [0, 0],
                    ],
                    counted: null,
                },
            ],
            stars: [null],
            isBusy: false,
        });
    const counted = (label: number, stars: number | null) =>
        setNow((before) => before && { ...before, stars: before.stars.map((old, i) => (i === label ? stars : old)) });
    const done = () => {
        setNow(null);
        setAnswer(null);
        void sendWaiting().then(readChecks);
        go();
    };

    const waiting = checks.filter((check) => !check.sent).length;
    return (
        <Frame name={t.name} home="#/" side={<ListAge list={list} />}>
            {error !== null && <TroubleNotice error={error} />}
            {screen === "answer" && now ? (
                <AnswerScreen key={now.id} now={now} answer={answer} list={list} counted={counted} done={done} />
            ) : screen === "type" ? (
                <Typing typed={typed} />
            ) : screen === "list" ? (
                <ListScreen list={list} changed={readList} />
            ) : screen === "checks" ? (
                <Checks checks={checks} changed={readChecks} />
            ) : (
                <Look
                    photo={lookAt}
                    toChecks={
                        <a class="button quiet" href={to("checks")}>
                            {t.toChecks(waiting)}
                        </a>
                    }
                />
            )}
        </Frame>
    );
}

/** Each label with a trace code of ours is one check; a new count of stars replaces it. */
async function note(now: Case, answer: Answer): Promise<void> {
    await Promise.all(
        answer.files.map(async (file, i) => {
            const label = file.labels[0];
            const person = now.stars[i] ?? null,
                phone = starsCounted(now.sights[i]!);
            if (label?.trace)
                await kept.keepCheck({
                    id: `${now.id} ${i}`,
                    text: label.text,
                    at: now.at,
                    place: place.read(),
                    verdict: file.verdict,
                    name: label.product?.name ?? label.trace.gtin ?? label.trace.code ?? "",
                    stars: person ?? phone,
                    stars_by: person !== null ? "inspector" : phone !== null ? "phone" : null,
                    sent: false,
                });
        }),
    );
}

function ListAge({ list }: { list: ListState | null }) {
    const t = useWords(scanWords);
    if (!list) return null;
    const days = list.held ? daysSince(list.held.as_of, today()) : 0;
    const isOld = !list.held || days > 30;
    return (
        <a class={`list-age${isOld ? " old" : ""}`} href={to("list")}>
            {list.held ? t.listAge(day(list.held.as_of), days) : t.listNone}
        </a>
    );
}
