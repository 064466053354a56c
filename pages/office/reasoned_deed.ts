// A deed that needs a reason, such as a recall: what it would do is looked at first, then it is done under that reason.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { useDeed } from "../kit/deed";
import { useLoad } from "../kit/load";

/** `path` answers GET with what the deed would do, and POST with what it did. */
export function useReasonedDeed<T>(path: string) {
    const [load, again] = useLoad((signal) => api.get<T>(path, signal), [path]);
    const [done, setDone] = useState<T | null>(null);
    const [reason, setReason] = useState("");
    const { start, busy, error } = useDeed();
    /** What the form does when it is sent. */
    const submit = (event: Event) => {
        event.preventDefault();
        start(async () => setDone(await api.post<T>(path, { reason: reason.trim() })));
    };
    return { load, again, done, reason, setReason, submit, error, canStart: !busy && reason.trim() !== "" };
}
