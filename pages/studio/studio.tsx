import { SignOut, SignedIn } from "../kit/session";
import { Frame } from "../kit/ui";
import { useWords } from "../kit/words";
import { Pick } from "./pick";
import { studioWords } from "./words";

export function Studio() {
    const t = useWords(studioWords);
    return (
        <SignedIn name={t.name} home="#/" roles={["producer", "office", "admin"]}>
            <Frame name={t.name} home="#/" side={<SignOut />}><Pick /></Frame>
        </SignedIn>
    );
}
