// One label, found by its serial number: void it, or replace it.
import { useRef, useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import type { Serial, SerialChange } from "../kit/api_types";
import { Notice, TroubleNotice } from "../kit/notice";
import { go } from "../kit/route";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { readDraft, writeDraft } from "./draft";
import type { Ending } from "./serial_facts";
import { SerialFacts } from "./serial_facts";
import { WhyEnd } from "./why_end";
import { studioWords } from "./words";

const path = (serial: string) => `serials/${encodeURIComponent(serial)}`;

/** The label found, and what was done to it; `fresh` is the serial number that takes its place. */
function useSerial() {
    const t = useWords(studioWords);
    const [found, setFound] = useState<Serial | null>(null);
    const [told, setTold] = useState("");
    const [fresh, setFresh] = useState("");
    const [error, setError] = useState<unknown>(null);
    const looks = useRef(0);
    /** False when another one was looked for meanwhile, whose answer counts. */
    const look = (serial: string): Promise<boolean> => {
        const mine = ++looks.current;
        const tell = (one: Serial | null, problem: unknown) => {
            if (mine !== looks.current) return false;
            setFound(one);
            setError(problem);
            return true;
        };
        return api.get<Serial>(path(serial)).then(
            (one) => tell(one, null),
            (why: unknown) => tell(null, why),
        );
    };
    const find = (serial: string) => {
        setTold("");
        setFresh("");
        if (serial) void look(serial.toUpperCase());
    };
    const end = async ({ serial }: Serial, ending: Ending, reason: string) => {
        try {
            const { by = "" } = await api.post<SerialChange>(`${path(serial)}/${ending}`, { reason });
            if (!(await look(serial))) return true;
            setTold(ending === "void" ? t.voided(serial) : t.reissued(serial, by));
            setFresh(by);
            return true;
        } catch (problem) {
            setError(problem);
            return false;
        }
    };
    return { found, told, fresh, error, find, end };
}

function printReplacement({ product, lot }: Serial, serial: string): void {
    writeDraft(product, { ...readDraft(product), serial, lot, count: 1, spares: 0, serials: false });
    go("label", product);
}

export function SerialCard() {
    const t = useWords(studioWords);
    const { found, told, fresh, error, find, end } = useSerial();
    const [asking, setAsking] = useState<Ending | null>(null);
    const [reason, setReason] = useState("");
    const act = async (serial: Serial, ending: Ending) => {
        if (await end(serial, ending, reason.trim())) setReason("");
        setAsking(null);
    };
    return (
        <section class="card stack">
            <div>
                <h2>{t.serialTitle}</h2>
                <p class="soft">{t.serialLead}</p>
            </div>
            <Search find={find} />
            {error !== null && <TroubleNotice error={error} />}
            {told && (
                <Notice kind="valid" alert>
                    <p>{told}</p>
                </Notice>
            )}
            {fresh && found && (
                <div class="actions">
                    <Button primary onClick={() => printReplacement(found, fresh)}>
                        {t.printReplacement}
                    </Button>
                </div>
            )}
            {found && <SerialFacts found={found} ask={setAsking} />}
            {found && asking && (
                <WhyEnd
                    serial={found.serial}
                    ending={asking}
                    reason={reason}
                    setReason={setReason}
                    end={() => act(found, asking)}
                    close={() => setAsking(null)}
                />
            )}
        </section>
    );
}

function Search({ find }: { find: (serial: string) => void }) {
    const t = useWords(studioWords);
    const [typed, setTyped] = useState("");
    return (
        <form
            class="row at-end"
            onSubmit={(event) => {
                event.preventDefault();
                find(typed.trim());
            }}>
            <div class="grow">
                <TextField
                    label={t.serial}
                    class="number"
                    autocapitalize="characters"
                    value={typed}
                    onValue={setTyped}
                />
            </div>
            <Button type="submit">{t.serialFind}</Button>
        </form>
    );
}
