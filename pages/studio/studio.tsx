import type { ComponentChildren } from "preact";
import { Frame } from "../kit/frame";
import { to, useRoute } from "../kit/route";
import { SignOut, SignedIn, useSession } from "../kit/session";
import { useWords } from "../kit/words";
import { Count } from "./count";
import { Dates } from "./dates";
import { Design } from "./design";
import { HandIn } from "./hand_in";
import { Introduce } from "./introduce";
import { Paper } from "./paper";
import { Pick } from "./pick";
import { Printed } from "./printed";
import { Printers } from "./printers";
import { RunScreen } from "./run";
import { studioWords } from "./words";

export function Studio() {
    const t = useWords(studioWords);
    return (
        <SignedIn name={t.name} home="#/" roles={["producer", "office", "admin"]}>
            <Screens />
        </SignedIn>
    );
}

// A producer introduces itself; the office has its own page for what producers send.
function Screens() {
    const t = useWords(studioWords);
    const { session } = useSession();
    const [place = "", ...rest] = useRoute();
    const isProducer = session.role === "producer";
    return (
        <Frame
            name="Tem Sao"
            home="#/"
            wide={place === "label" || place === "printed" || place === ""}
            side={<SignOut />}
            places={[
                { at: "#/", name: t.navLabels, here: ["", "label", "run"].includes(place) },
                { at: to("printed"), name: t.navPrinted, here: place === "printed" },
                { at: to("printers"), name: t.navPrinters, here: place === "printers" },
                { at: to("list"), name: t.navList, here: place === "list" },
                ...(isProducer
                    ? [{ at: to("introduction"), name: t.navIntroduce, here: place === "introduction" }]
                    : []),
            ]}>
            {place === "introduction" && isProducer ? <Introduce key={place} /> : screen(place, rest)}
        </Frame>
    );
}

// Each screen is keyed by its address, so that a new one starts fresh and takes the focus.
function screen(place: string, rest: string[]): ComponentChildren {
    const key = [place, ...rest].join("/");
    const [first = "", step = ""] = rest;
    if (place === "label" && first) {
        if (step === "paper") return <Paper key={key} product={first} />;
        if (step === "dates") return <Dates key={key} product={first} />;
        if (step === "count") return <Count key={key} product={first} />;
        return <Design key={key} product={first} />;
    }
    if (place === "run" && first) return <RunScreen key={key} id={first} />;
    if (place === "printed") return <Printed key={key} />;
    if (place === "printers") return <Printers key={key} path={rest} />;
    if (place === "list") return <HandIn key={key} />;
    return <Pick key="pick" />;
}
