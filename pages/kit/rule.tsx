import { ruleWords } from "./kit_words";
import { useWords } from "./words";

/**
 * The rule that a finding rests on. The server ends it with a mark: [F] was compared with the original text and needs
 * no words, [M] was not yet, [D] is a convention of our own. A reader never sees the mark.
 */
export function Rule({ rule }: { rule: string }) {
    const t = useWords(ruleWords);
    const marks: Record<string, string> = { "[F]": "", "[M]": t.unchecked, "[D]": t.ours };
    return <>{rule.replace(/\s*(\[[FMD]\])/g, (_, mark: string) => (marks[mark] ? ` ${marks[mark]}` : "")).trim()}</>;
}
