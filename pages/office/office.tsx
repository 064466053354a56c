import type { ComponentChildren } from "preact";
import { useRoute, to } from "../kit/route";
import { SignOut, SignedIn } from "../kit/session";
import { Frame } from "../kit/ui";
import { useWords } from "../kit/words";
import { Audit } from "./audit";
import { Checks } from "./checks";
import { Ending, Revoke } from "./ending";
import { Lists, ProposalScreen } from "./lists";
import { Publish } from "./publish";
import { officeWords } from "./words";

export function Office() {
    const t = useWords(officeWords);
    const [place = "", id = ""] = useRoute();
    const link = (at: string, name: string, here: boolean) => <a href={at} aria-current={here ? "page" : undefined}>{name}</a>;
    return (
        <SignedIn name={t.name} home="#/" roles={["office", "admin"]}>
            <Frame name={t.name} home="#/" wide side={<SignOut />}
                places={<>
                    {link("#/", t.navList, place === "" || place === "list")}
                    {link(to("ending"), t.navEnding, place === "ending" || place === "revoke")}
                    {link(to("publish"), t.navPublish, place === "publish")}
                    {link(to("audit"), t.navAudit, place === "audit")}
                    {link(to("checks"), t.navChecks, place === "checks")}
                </>}>
                {screen(place, id)}
            </Frame>
        </SignedIn>
    );
}

function screen(place: string, id: string): ComponentChildren {
    if (place === "list" && id) return <ProposalScreen key={id} id={id} />;
    if (place === "ending") return <Ending key="ending" />;
    if (place === "revoke" && id) return <Revoke key={id} id={id} />;
    if (place === "publish") return <Publish key="publish" />;
    if (place === "audit") return <Audit key="audit" />;
    if (place === "checks") return <Checks key="checks" />;
    return <Lists key="lists" />;
}
