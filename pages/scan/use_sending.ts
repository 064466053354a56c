// The checks that wait are sent to the office, under the place that is written on the screen.
import { useState } from "preact/hooks";
import { place } from "./case";
import type { Sent } from "./field_checks";
import { movePlace, sendWaiting } from "./field_checks";

/** What became of it; "busy" while it is under way, empty before. */
export type SendingState = Sent | "busy" | "";

/** `changed` reads the checks again. */
export function useSending(changed: () => Promise<void>) {
    const [where, setWhere] = useState(place.read());
    const [state, setState] = useState<SendingState>("");
    const [error, setError] = useState<unknown>(null);
    /** The place that is typed is the one of what waits, too. */
    const settle = async () => {
        const [before, after] = [place.read(), where.trim()];
        place.keep(after);
        if (after) await movePlace(before, after);
        await changed();
    };
    const send = () => {
        setState("busy");
        setError(null);
        settle()
            .then(sendWaiting)
            .then(async (outcome) => {
                await changed();
                setState(outcome);
            })
            .catch((problem: unknown) => {
                setState("");
                setError(problem);
            });
    };
    return { where, setWhere, settle: () => void settle().catch(setError), state, send, error };
}
