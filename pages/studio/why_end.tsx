import { useState } from "preact/hooks";
import { Ask } from "../kit/ask";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import type { Ending } from "./serial_facts";
import { studioWords } from "./words";

type Props = {
    serial: string;
    ending: Ending;
    reason: string;
    setReason: (reason: string) => void;
    end: () => Promise<void>;
    close: () => void;
};

/** Asks for the reason before a label is voided or replaced; the print log keeps it. */
export function WhyEnd({ serial, ending, reason, setReason, end, close }: Props) {
    const t = useWords(studioWords);
    const [busy, setBusy] = useState(false);
    const endingWords = ending === "void" ? t.serialVoid : t.serialReissue;
    const act = () => {
        if (!reason.trim()) return;
        setBusy(true);
        void end();
    };
    return (
        <Ask
            title={`${endingWords}: ${serial}`}
            confirm={endingWords}
            danger={ending === "void"}
            busy={busy || !reason.trim()}
            onConfirm={act}
            onClose={close}>
            <TextField label={t.reason} hint={t.reasonHint} required value={reason} onValue={setReason} />
        </Ask>
    );
}
