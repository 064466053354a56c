// The answer: the verdict, the product, the stars on the label beside the stars certified, the reasons, what to do
// next. The rest is folded away.
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { Heading } from "../kit/heading";
import { to } from "../kit/route";
import { classOf, Verdict, VerdictShape } from "../kit/verdict";
import { useWords } from "../kit/words";
import type { Case } from "./case";
import { labelsOf } from "./case";
import { Details } from "./details";
import { saveEvidence } from "./evidence";
import { Labels } from "./labels";
import type { ListState } from "./list";
import type { Answer, Label } from "./model";
import { isTraceCode, starsCounted } from "./model";
import { nextStep } from "./next_step";
import { Picture } from "./picture";
import { StarCount } from "./star_count";
import { scanWords } from "./words";

type Props = {
    now: Case;
    answer: Answer | null;
    list: ListState | null;
    counted: (label: number, stars: number | null) => void;
    done: () => void;
};
const order = ["valid", "inconclusive", "check", "invalid"] as const;
/** A code that is not a trace code sorts before all others: beside a trace code it decides nothing, as in `verify`. */
const rankOf = (label: Label): number => (isTraceCode(label) ? 1 + order.indexOf(label.verdict) : 0);
const worstOf = (labels: Label[]): number =>
    labels.reduce((at, one, i) => (rankOf(one) > rankOf(labels[at]!) ? i : at), 0);

export function AnswerScreen({ now, answer, list, counted, done }: Props) {
    const t = useWords(scanWords);
    const [chosen, choose] = useState<number | null>(null);
    const labels = labelsOf(now, answer);
    if (!labels.length) return now.isBusy ? <Reading now={now} /> : <NothingFound now={now} done={done} />;
    const shown = chosen ?? worstOf(labels);
    const label = labels[shown]!;
    const byPhone = starsCounted(now.sights[shown]!);
    const seen = now.stars[shown] ?? byPhone;
    return (
        <article class="stack answer-screen" data-ms={now.ms}>
            {labels.length > 1 && <Labels now={now} labels={labels} shown={shown} choose={choose} />}
            <section class={`answer ${classOf(label.verdict)}`} aria-live="polite">
                <Verdict verdict={label.verdict} large />
                <Heading key={`${shown}`}>
                    {label.product?.name ?? label.trace?.gtin ?? label.trace?.code ?? label.text}
                </Heading>
                {label.product && <p>{label.product.producer}</p>}
            </section>
            {label.product && (
                <StarCount
                    label={label}
                    seen={seen}
                    byPhone={byPhone}
                    isPhoto={now.photo !== null}
                    set={(stars) => counted(shown, stars)}
                />
            )}
            <Reasons label={label} />
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

function Reading({ now }: { now: Case }) {
    const t = useWords(scanWords);
    return (
        <>
            <Heading>{now.steps.length > 1 ? t.harder : t.reading}</Heading>
            <Picture now={now} labels={[]} shown={0} />
        </>
    );
}

function NothingFound({ now, done }: { now: Case; done: () => void }) {
    const t = useWords(scanWords);
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
}

function Reasons({ label }: { label: Label }) {
    const t = useWords(scanWords);
    const ofInfo = label.verdict === "valid" ? "valid" : "inconclusive";
    return (
        <section class="stack tight">
            <h2>{t.reasons}</h2>
            <ul class="plain reasons">
                {label.findings.map((finding, i) => (
                    <li key={i}>
                        <VerdictShape verdict={finding.severity === "info" ? ofInfo : finding.severity} size={20} />
                        <span>{finding.message}</span>
                    </li>
                ))}
            </ul>
        </section>
    );
}
