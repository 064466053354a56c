// The answer: word, product, stars seen beside stars certified, why, what to do; the rest is folded away.
import { useEffect, useState } from "preact/hooks";
import { Button } from "../kit/button";
import { day, number } from "../kit/figures";
import { Heading } from "../kit/heading";
import { verdictWords } from "../kit/kit_words";
import { to } from "../kit/route";
import { Stars } from "../kit/stars";
import { Verdict, VerdictShape, classOf } from "../kit/verdict";
import { useWords } from "../kit/words";
import { saveEvidence } from "./evidence";
import type { ListState } from "./list";
import type { Answer, Label } from "./model";
import { starsCounted } from "./model";
import type { Case } from "./scan";
import { scanWords } from "./words";

type Props = {
    now: Case;
    answer: Answer | null;
    list: ListState | null;
    counted: (label: number, stars: number | null) => void;
    done: () => void;
};
const order = ["valid", "inconclusive", "check", "invalid"] as const;

export function AnswerScreen({ now, answer, list, counted, done }: Props) {
    const t = useWords(scanWords),
        word = useWords(verdictWords);
    const [chosen, choose] = useState<number | null>(null);
    const labels = now.sights.length === answer?.files.length ? answer.files.map((file) => file.labels[0]!) : [];
    if (!labels.length && now.isBusy)
        return (
            <>
                <Heading>{now.steps.length > 1 ? t.harder : t.reading}</Heading>
                <Picture now={now} labels={[]} shown={0} />
            </>
        );
    if (!labels.length)
        return (
            <>
                <div class="answer inconclusive">
                    <Verdict verdict="inconclusive" large />
                </div>
                <Heading>{t.nothing}</Heading>
                <p>{t.nextInconclusive}</p>
                <div class="actions">
                    <Button primary onClick={done}>
                        {t.again}
                    </Button>
                    <a class="button" href={to("type")}>
                        {t.type}
                    </a>
                </div>
                <Picture now={now} labels={[]} shown={0} />
            </>
        );
    const worst = labels.reduce(
        (at, label, i) => (order.indexOf(label.verdict) > order.indexOf(labels[at]!.verdict) ? i : at),
        0,
    );
    const shown = chosen ?? worst,
        label = labels[shown]!,
        byPhone = starsCounted(now.sights[shown]!),
        seen = now.stars[shown] ?? byPhone;
    return (
        <article class="stack answer-screen" data-ms={now.ms}>
            {labels.length > 1 && (
                <div class="stack tight">
                    <p class="soft">
                        {t.several(labels.length)}
                        {now.isBusy ? ` · ${t.more}` : ""}
                    </p>
                    <Picture now={now} labels={labels} shown={shown} />
                    <div class="labels" role="group" aria-label={t.several(labels.length)}>
                        {labels.map((one, i) => (
                            <button
                                key={i}
                                type="button"
                                class={`label-chip ${classOf(one.verdict)}`}
                                aria-pressed={i === shown}
                                onClick={() => choose(i)}>
                                <VerdictShape verdict={one.verdict} size={20} />
                                <span>
                                    <strong>{t.ofLabel(i + 1)}</strong> {word[one.verdict]}
                                </span>
                            </button>
                        ))}
                    </div>
                </div>
            )}
            <section class={`answer ${classOf(label.verdict)}`} aria-live="polite">
                <Verdict verdict={label.verdict} large />
                <Heading key={`${shown}`}>
                    {label.product?.name ?? label.trace?.gtin ?? label.trace?.code ?? label.text}
                </Heading>
                {label.product && <p>{label.product.producer}</p>}
            </section>
            {label.product && (
                <Count
                    label={label}
                    seen={seen}
                    byPhone={byPhone}
                    isPhoto={now.photo !== null}
                    set={(stars) => counted(shown, stars)}
                />
            )}
            <section class="stack tight">
                <h2>{t.reasons}</h2>
                <ul class="plain reasons">
                    {label.findings.map((finding, i) => (
                        <li key={i}>
                            <VerdictShape
                                verdict={
                                    finding.severity === "info"
                                        ? label.verdict === "valid"
                                            ? "valid"
                                            : "inconclusive"
                                        : finding.severity
                                }
                                size={20}
                            />
                            <span>{finding.message}</span>
                        </li>
                    ))}
                </ul>
            </section>
            <section class="stack tight">
                <h2>{t.next}</h2>
                <p>{nextStep(t, label, seen)}</p>
            </section>
            <div class="actions">
                <Button primary onClick={done}>
                    {t.again}
                </Button>
                <Button disabled={now.isBusy} onClick={() => void saveEvidence(now, answer!, list)}>
                    {t.evidence}
                </Button>
            </div>
            <Details label={label} answer={answer!} />
            {labels.length === 1 && now.photo && <Picture now={now} labels={labels} shown={0} />}
        </article>
    );
}

function nextStep(t: (typeof scanWords)["vi"], label: Label, stars: number | null): string {
    if (label.verdict === "valid") return stars === null ? t.nextValid : t.nextValidCounted;
    if (label.verdict === "check") return t.nextCheck;
    if (label.verdict === "invalid") return t.nextInvalid;
    const has = (code: string) => label.findings.some((finding) => finding.code === code);
    return has("NO_LIST") ? t.nextNoList : has("NOT_A_TRACE_CODE") ? t.nextOther : t.nextInconclusive;
}

/** Stars certified beside those on the label: counted by the phone where it is sure, by the inspector where she chooses. */
function Count({
    label,
    seen,
    byPhone,
    isPhoto,
    set,
}: {
    label: Label;
    seen: number | null;
    byPhone: number | null;
    isPhoto: boolean;
    set: (stars: number | null) => void;
}) {
    const t = useWords(scanWords);
    const certified = label.product!.stars;
    return (
        <section class="card stars-card">
            <div class="stack tight">
                <h2>{t.starsCertified}</h2>
                <p class="star-row">
                    <Stars count={certified} size={30} />
                    <strong>{number(certified)}</strong>
                </p>
            </div>
            <fieldset>
                <legend>{t.starsSeen}</legend>
                <div class="counts">
                    {[1, 2, 3, 4, 5].map((stars) => (
                        <label key={stars} class="count-choice">
                            <input
                                type="radio"
                                name="stars"
                                aria-label={t.starsOption(stars)}
                                checked={seen === stars}
                                onChange={() => set(stars)}
                            />
                            <span aria-hidden="true">{stars}★</span>
                        </label>
                    ))}
                    <label class="count-choice">
                        <input
                            type="radio"
                            name="stars"
                            aria-label={t.starsNoneOption}
                            checked={seen === 0}
                            onChange={() => set(0)}
                        />
                        <span aria-hidden="true">{t.starsNone}</span>
                    </label>
                </div>
            </fieldset>
            {byPhone !== null && <p class="soft small">{t.starsByPhone(byPhone)}</p>}
            {seen === null ? (
                <p class="soft small">{isPhoto ? t.starsUnsure : t.starsAsk}</p>
            ) : (
                <p class={`compared ${seen === certified ? "valid" : "invalid"}`} role="status">
                    <VerdictShape verdict={seen === certified ? "valid" : "invalid"} size={20} />
                    {seen === certified ? t.starsSame : t.starsOther(seen, certified)}
                </p>
            )}
        </section>
    );
}

function Details({ label, answer }: { label: Label; answer: Answer }) {
    const t = useWords(scanWords);
    const rows: [string, string | null | undefined][] = [
        [t.certificate, label.product?.certificate],
        [t.validTo, day(label.product?.valid_to)],
        [t.productCode, label.trace?.gtin ?? label.trace?.code],
        [t.lot, label.trace?.lot],
        [t.serial, label.trace?.serial],
        [t.made, day(label.trace?.made)],
        [t.expires, day(label.trace?.expires)],
        [t.text, label.text],
        [t.byList, answer.list && `${answer.list.source} · ${day(answer.list.as_of)}`],
    ];
    return (
        <details>
            <summary>{t.details}</summary>
            <dl class="facts">
                {rows
                    .filter(([, value]) => value)
                    .map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} `}>{value}</dd>])}
            </dl>
        </details>
    );
}

/** The photo with each label boxed and numbered; colour, number and word say the same. */
function Picture({ now, labels, shown }: { now: Case; labels: Label[]; shown: number }) {
    const t = useWords(scanWords);
    const [address, setAddress] = useState("");
    useEffect(() => {
        if (!now.photo) return;
        const made = URL.createObjectURL(now.photo);
        setAddress(made);
        return () => URL.revokeObjectURL(made);
    }, [now.photo]);
    if (!now.photo || !address) return null;
    const [width, height] = now.size,
        unit = Math.max(width, height) / 100;
    return (
        <figure class="picture">
            <img src={address} alt={t.photoOf} />
            {width > 0 && (
                <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
                    {labels.map((label, i) => {
                        const corners = now.sights[i]!.corners,
                            [x, y] = corners[0];
                        return (
                            <g key={i} class={`box ${classOf(label.verdict)}`}>
                                <polygon
                                    points={corners.map((corner) => corner.join(",")).join(" ")}
                                    stroke-width={unit * (i === shown ? 1 : 0.6)}
                                />
                                {labels.length > 1 && (
                                    <>
                                        <circle cx={x} cy={y} r={unit * 2.6} />
                                        <text x={x} y={y} dy="0.36em" font-size={unit * 3.4}>
                                            {i + 1}
                                        </text>
                                    </>
                                )}
                            </g>
                        );
                    })}
                </svg>
            )}
        </figure>
    );
}
