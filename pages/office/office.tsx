import type { ComponentChildren } from "preact";
import { Frame } from "../kit/frame";
import { to, useRoute } from "../kit/route";
import { SignOut, SignedIn } from "../kit/session";
import { useWords } from "../kit/words";
import { Audit } from "./audit";
import { Checks } from "./checks";
import { Ending } from "./ending";
import { Introductions } from "./introductions";
import { Lift } from "./lift";
import { Lists } from "./lists";
import { Lot } from "./lot";
import { Lots } from "./lots";
import { ProposalScreen } from "./proposal";
import { Publish } from "./publish";
import { Questions } from "./questions";
import { Recall } from "./recall";
import { Revoke } from "./revoke";
import { officeWords } from "./words";

export function Office() {
    const t = useWords(officeWords);
    const [place = "", id = "", lot = ""] = useRoute();
    return (
        <SignedIn name={t.name} home="#/" roles={["office", "admin"]}>
            <Frame
                name={t.name}
                home="#/"
                wide
                side={<SignOut />}
                places={[
                    { at: "#/", name: t.navList, here: place === "" || place === "list" },
                    { at: to("ending"), name: t.navEnding, here: place === "ending" || place === "revoke" },
                    { at: to("lots"), name: t.navLots, here: ["lots", "lot", "recall", "lift"].includes(place) },
                    { at: to("questions"), name: t.navQuestions, here: place === "questions" },
                    { at: to("introductions"), name: t.navIntroductions, here: place === "introductions" },
                    { at: to("publish"), name: t.navPublish, here: place === "publish" },
                    { at: to("audit"), name: t.navAudit, here: place === "audit" },
                    { at: to("checks"), name: t.navChecks, here: place === "checks" },
                ]}>
                {screen(place, id, lot)}
            </Frame>
        </SignedIn>
    );
}

function screen(place: string, id: string, lot: string): ComponentChildren {
    if (place === "list" && id) return <ProposalScreen key={id} id={id} />;
    if (place === "ending") return <Ending key="ending" />;
    if (place === "revoke" && id) return <Revoke key={id} id={id} />;
    if (place === "lots") return <Lots key="lots" />;
    if (place === "lot" && lot) return <Lot key={`${id}/${lot}`} product={id} lot={lot} />;
    if (place === "lift" && lot) return <Lift key={`${id}/${lot}`} product={id} lot={lot} />;
    if (place === "recall" && lot) return <Recall key={`${id}/${lot}`} product={id} lot={lot} />;
    if (place === "questions") return <Questions key="questions" />;
    if (place === "introductions") return <Introductions key="introductions" />;
    if (place === "publish") return <Publish key="publish" />;
    if (place === "audit") return <Audit key="audit" />;
    if (place === "checks") return <Checks key="checks" />;
    return <Lists key="lists" />;
}
