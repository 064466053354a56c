// One finding in words, with the rule it rests on.
import type { Finding, VerdictWord } from "../kit/api_types";
import { Rule } from "../kit/rule";
import { VerdictShape } from "../kit/verdict";
import { useWords } from "../kit/words";
import { studioWords } from "./words";

export const verdictOf: Record<Finding["severity"], VerdictWord> = {
    info: "inconclusive",
    check: "check",
    invalid: "invalid",
};

export function FindingWords({ finding, n }: { finding: Finding; n?: number }) {
    const t = useWords(studioWords);
    return (
        <div class="finding">
            <VerdictShape verdict={verdictOf[finding.severity]} size={22} />
            <div>
                <p>
                    {n !== undefined && <strong>{n}. </strong>}
                    {finding.message}
                </p>
                {finding.rule && (
                    <p class="soft small">
                        {t.rule}: <Rule rule={finding.rule} />
                    </p>
                )}
            </div>
        </div>
    );
}
