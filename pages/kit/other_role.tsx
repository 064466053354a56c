import { Button } from "./button";
import { Heading } from "./heading";
import { sessionWords } from "./kit_words";
import { Notice } from "./notice";
import { useWords } from "./words";

/** Who is signed in cannot use this page; another account may. */
export function OtherRole({ user, leave }: { user: string; leave: () => void }) {
    const t = useWords(sessionWords);
    return (
        <>
            <Heading>{t.roleTitle}</Heading>
            <Notice kind="check">
                <p>{t.role(user)}</p>
            </Notice>
            <div class="actions">
                <Button primary onClick={leave}>
                    {t.leave}
                </Button>
            </div>
        </>
    );
}
