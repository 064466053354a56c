// What waits on this phone, and whether it goes out: on the first screen, in one line.
import { Notice } from "../kit/notice";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import type { Book } from "./use_book";
import { lotsWords } from "./words";

export function LineState({ book }: { book: Book }) {
    const t = useWords(lotsWords);
    const count = (state: string) => book.entries.filter((one) => one.state === state).length;
    const [waiting, refused, asked] = [count("waiting"), count("refused"), count("asked")];
    if (refused + asked > 0)
        return (
            <Notice kind={refused ? "invalid" : "check"} alert>
                {refused > 0 && <p>{t.someRefused(refused)}</p>}
                {asked > 0 && <p>{t.someAsked(asked)}</p>}
                {waiting > 0 && <p>{t.someWaiting(waiting)}</p>}
                <a href={to("waiting")}>{t.lookAtThem}</a>
            </Notice>
        );
    if (waiting > 0)
        return (
            <Notice kind="inconclusive">
                <p role="status">{book.sending === "busy" ? t.sendingNow(waiting) : t.someWaiting(waiting)}</p>
                {(book.sending === "signIn" || book.sending === "otherUser") && (
                    <a href={to("waiting")}>{t.signInToSend}</a>
                )}
            </Notice>
        );
    if (book.person?.state === "out")
        return (
            <Notice kind="inconclusive">
                <p role="status">{t.signedOut}</p>
                <a href={to("sign-in")}>{t.signIn}</a>
            </Notice>
        );
    return (
        <p class="soft" role="status">
            {book.person?.state === "in" ? t.allThere : t.noNetwork}
        </p>
    );
}
