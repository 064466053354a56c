// The lot book of a producer, on a phone: what happened to the goods, written where it happens, with or without a
// network.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { Frame } from "../kit/frame";
import { Heading } from "../kit/heading";
import { sessionWords } from "../kit/kit_words";
import { Notice, TroubleNotice } from "../kit/notice";
import { OtherRole } from "../kit/other_role";
import { go, to, useRoute } from "../kit/route";
import { SignIn } from "../kit/sign_in";
import { useWords } from "../kit/words";
import { Correct } from "./correct";
import { Entry } from "./entry";
import { Home } from "./home";
import { LotScreen } from "./lot_screen";
import type { Kind } from "./model";
import { kinds } from "./model";
import type { Book } from "./use_book";
import { useBook } from "./use_book";
import { Waiting } from "./waiting";
import { lotsWords } from "./words";

const roles = ["producer", "office", "admin"];

export function LotBook() {
    const t = useWords(lotsWords);
    const [error, setError] = useState<unknown>(null);
    const book = useBook(setError);
    const route = useRoute();
    const waiting = book.entries.length;
    const isIn = book.person?.user !== undefined && book.person.user !== "";
    const places = [
        { at: "#/", name: t.navBook, here: route[0] !== "waiting" },
        { at: to("waiting"), name: waiting ? t.navWaitingSome(waiting) : t.navWaiting, here: route[0] === "waiting" },
    ];
    return (
        <Frame name={t.name} home="#/" {...(isIn && { places, side: <Who book={book} /> })}>
            {error !== null && <TroubleNotice error={error} />}
            <Screen book={book} route={route} />
        </Frame>
    );
}

function Who({ book }: { book: Book }) {
    const t = useWords(sessionWords);
    if (book.person?.state !== "in")
        return (
            <>
                <span class="who">{book.person?.user}</span>
                {book.person?.state === "out" && <a href={to("sign-in")}>{t.enter}</a>}
            </>
        );
    return (
        <>
            <span class="who">{book.person.user}</span>
            <button type="button" class="link" onClick={book.leave}>
                {t.leave}
            </button>
        </>
    );
}

function Screen({ book, route }: { book: Book; route: string[] }) {
    const t = useWords(lotsWords);
    const { person } = book;
    if (!person)
        return (
            <p class="soft" role="status">
                {t.opening}
            </p>
        );
    if (!person.user) return person.state === "out" ? <SignIn done={book.enter} /> : <FirstNeedsNetwork book={book} />;
    if (!roles.includes(person.role)) return <OtherRole user={person.user} leave={book.leave} />;
    return screen(book, route);
}

function screen(book: Book, [place = "", ...rest]: string[]): ComponentChildren {
    const [first = "", second = "", third = ""] = rest;
    const key = [place, ...rest].join("/");
    if (place === "write" && (kinds as readonly string[]).includes(first))
        return <Entry key={key} book={book} kind={first as Kind} />;
    if (place === "lot" && second) return <LotScreen key={key} book={book} product={first} lot={second} />;
    if (place === "correct" && third) return <Correct key={key} book={book} product={first} lot={second} id={third} />;
    if (place === "sign-in") return <SignInAgain key="sign-in" book={book} />;
    if (place === "waiting") return <Waiting key="waiting" book={book} />;
    return <Home key="home" book={book} />;
}

function FirstNeedsNetwork({ book }: { book: Book }) {
    const t = useWords(lotsWords);
    return (
        <>
            <Heading>{t.firstTitle}</Heading>
            <Notice kind="inconclusive">
                <p>{t.firstNeedsNetwork}</p>
            </Notice>
            <div class="actions">
                <Button primary onClick={book.enter}>
                    {t.tryAgain}
                </Button>
            </div>
        </>
    );
}

/** The session ended; what this phone keeps stays. */
function SignInAgain({ book }: { book: Book }) {
    const done = () => {
        go();
        book.enter();
    };
    return <SignIn done={done} />;
}
