import { useEffect, useState } from "preact/hooks";

/** What was typed, once the fingers rest: so that a search asks once and not for each letter. */
export function useRested(typed: string) {
    const [rested, setRested] = useState(typed);
    useEffect(() => {
        const later = setTimeout(() => setRested(typed), 200);
        return () => clearTimeout(later);
    }, [typed]);
    return rested;
}
