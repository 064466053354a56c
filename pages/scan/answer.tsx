// The answer: the verdict, the product, the stars on the label beside the stars certified, the reasons, what to do
// next. The rest is folded away.
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { useDeed } from "../kit/deed";
import { Heading } from "../kit/heading";
import { verdictWords } from "../kit/kit_words";
import { TroubleNotice } from "../kit/notice";
import { to } from "../kit/route";
import { classOf, Verdict, VerdictShape } from "../kit/verdict";
import { useWords } from "../kit/words";
import type { Case } from "./case";
import { labelsOf } from "./case";
import { Details } from "./details";
import { saveEvidence } from "./evidence";
import { nameOf } from "./label_name";
import { Labels } from "./labels";
import type { ListState } from "./list";
import type { Answer, Label } from "./model";
import { hasStarsInForce, starsCounted } from "./model";
import { byRank } from "./summary";
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
export function AnswerScreen({ now, answer, list, counted, done }: Props) {
    const t = useWords(scanWords);
    const saving = useDeed();
    const [chosen, choose] = useState<number | null>(null);
    const labels = labelsOf(now, answer);
    if (!labels.length) {
        // While the judge is at it, nothing is said to be missing.
        const isEmpty = !now.isBusy && now.sights.length === 0;
        return isEmpty ? <NothingFound now={now} done={done} /> : <Reading now={now} />;
    }
    const order = byRank(labels);
    const shown = chosen ?? order[0]!;
    const label = labels[shown]!;
    const next = order[order.indexOf(shown) + 1];
    const byPhone = starsCounted(now.sights[shown]!);
    const seen = now.stars[shown] ?? byPhone;
    return (
        <article class="stack answer-screen" data-ms={now.ms}>
            {labels.length > 1 && <Labels labels={labels} shown={shown} isBusy={now.isBusy} choose={choose} />}
            <VerdictPart label={label} shown={shown} />
            {label.product && hasStarsInForce(label) && (
                <StarCount
                    label={label}
                    seen={seen}
                    byPhone={byPhone}
                    isPhoto={now.photo !== null}
                    set={(stars) => counted(shown, stars)}
                />
            )}
            {label.product && !hasStarsInForce(label) && (
                <section class="card">
                    <p>{t.starsNotInForce}</p>
                </section>
            )}
            <Reasons label={label} />
            <section class="stack tight">
                <h2>{t.next}</h2>
                <p>{nextStep(t, label, seen)}</p>
            </section>
            <div class="actions">
                <Button disabled={now.isBusy} onClick={() => saving.start(() => saveEvidence(now, answer!, list))}>
                    {t.evidence}
                </Button>
            </div>
            {saving.error !== null && <TroubleNotice error={saving.error} />}
            <Details label={label} answer={answer!} />
            {now.photo && <Picture now={now} labels={labels} shown={shown} />}
            <div class="onward">
                {next !== undefined && (
                    <Button primary onClick={() => choose(next)}>
                        {t.nextLabel(order.indexOf(shown) + 2, order.length)}
                    </Button>
                )}
                <Button primary={next === undefined} onClick={done}>
                    {t.again}
                </Button>
            </div>
        </article>
    );
}

/** The verdict, over the product that it is about. */
function VerdictPart({ label, shown }: { label: Label; shown: number }) {
    const word = useWords(verdictWords);
    return (
        <section class={`answer ${classOf(label.verdict)}`} aria-live="polite">
            <div aria-hidden="true">
                <Verdict verdict={label.verdict} large />
            </div>
            {/* It takes the focus: who only hears the page hears the verdict first too. */}
            <Heading key={`${shown}`}>
                <span class="visually-hidden">{word[label.verdict]}: </span>
                {nameOf(label)}
            </Heading>
            {label.product && <p>{label.product.producer}</p>}
        </section>
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
                        <span>{finding.code === "NO_LIST" ? t.noListReason : finding.message}</span>
                    </li>
                ))}
            </ul>
        </section>
    );
}
