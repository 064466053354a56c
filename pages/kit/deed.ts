// Something that a person starts with a button: while it is under way, and what kept it from being done.
import { useState } from "preact/hooks";

export type Deed = { start: (work: () => Promise<unknown>) => void; busy: boolean; error: unknown };

export function useDeed(): Deed {
    const [busy, setBusy] = useState(false);
    const [error, setError] = useState<unknown>(null);
    const start = (work: () => Promise<unknown>) => {
        setBusy(true);
        setError(null);
        work()
            .catch(setError)
            .finally(() => setBusy(false));
    };
    return { start, busy, error };
}
