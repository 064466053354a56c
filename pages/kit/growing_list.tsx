// A list that the server gives page by page: how much of it is shown, and a button for more.
import type { ComponentChildren } from "preact";
import { Button } from "./button";
import { number } from "./figures";
import { Loaded } from "./load";
import { TroubleNotice } from "./notice";
import type { Pages } from "./pages";

export function GrowingList<T>({
    pages: { load, again, more, busy, error },
    none,
    soFar,
    all,
    moreOfThem,
    children,
}: {
    pages: Pages<T>;
    /** What is said where there is nothing, and below a part and the whole of the list. */
    none: string;
    soFar: (shown: string) => string;
    all: (shown: string) => string;
    moreOfThem: string;
    children: (rows: T[]) => ComponentChildren;
}) {
    return (
        <>
            <Loaded load={load} again={again}>
                {(rows) =>
                    rows.length === 0 ? (
                        <p class="empty" role="status">
                            {none}
                        </p>
                    ) : (
                        <>
                            {children(rows)}
                            <p class="soft" role="status">
                                {more ? soFar(number(rows.length)) : all(number(rows.length))}
                            </p>
                        </>
                    )
                }
            </Loaded>
            {error !== null && <TroubleNotice error={error} />}
            {more && (
                <div class="actions">
                    <Button disabled={busy} onClick={more}>
                        {moreOfThem}
                    </Button>
                </div>
            )}
        </>
    );
}
