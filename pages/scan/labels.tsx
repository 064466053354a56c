import { verdictWords } from "../kit/kit_words";
import { classOf, VerdictShape } from "../kit/verdict";
import { useWords } from "../kit/words";
import { nameOf } from "./label_name";
import type { Label } from "./model";
import { byRank, summaryOf } from "./summary";
import { scanWords } from "./words";

/** Several labels in one photo: one line about all, then each with its number and name, the worst first. */
export function Labels({
    labels,
    shown,
    isBusy,
    choose,
}: {
    labels: Label[];
    shown: number;
    isBusy: boolean;
    choose: (label: number) => void;
}) {
    const t = useWords(scanWords);
    const word = useWords(verdictWords);
    return (
        <div class="stack tight">
            <p class="summary">
                {summaryOf(t, word, labels)}
                {isBusy ? ` · ${t.more}` : ""}
            </p>
            <div class="labels" role="group" aria-label={t.labelsCounted(labels.length)}>
                {byRank(labels).map((n) => {
                    const one = labels[n]!;
                    return (
                        <button
                            key={n}
                            type="button"
                            class={`label-chip ${classOf(one.verdict)}`}
                            aria-pressed={n === shown}
                            onClick={() => choose(n)}>
                            <VerdictShape verdict={one.verdict} size={20} />
                            <span>
                                <strong>
                                    <span class="visually-hidden">{t.ofLabel(n + 1)}</span>
                                    <span aria-hidden="true">{n + 1}</span> {nameOf(one)}
                                </strong>
                                <span class="visually-hidden">{word[one.verdict]}</span>
                            </span>
                        </button>
                    );
                })}
            </div>
        </div>
    );
}
