// Where the label is looked for: the live camera where there is one, else a photo.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { Drop } from "../kit/drop";
import { Heading } from "../kit/heading";
import { Notice } from "../kit/notice";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import { Camera } from "./camera";
import { scanWords } from "./words";

const hasCamera = () => isSecureContext && !!navigator.mediaDevices?.getUserMedia;
const WANTED = "temsao.camera"; // who opened it once wants it open the next time

export function Look({
    photo,
    toChecks,
}: {
    photo: (photo: Blob, begun?: number) => void;
    toChecks: ComponentChildren;
}) {
    const t = useWords(scanWords);
    const [isOn, setOn] = useState(hasCamera() && localStorage.getItem(WANTED) === "yes");
    const [failed, setFailed] = useState(false);
    const turn = (on: boolean) => {
        localStorage.setItem(WANTED, on ? "yes" : "no");
        setFailed(false);
        setOn(on);
    };
    return (
        <>
            <Heading>{t.lookTitle}</Heading>
            {failed && (
                <Notice kind="check">
                    <p>{t.cameraNo}</p>
                </Notice>
            )}
            {isOn && !failed ? (
                <Camera photo={photo} failed={() => setFailed(true)} off={() => turn(false)} />
            ) : (
                <>
                    {hasCamera() && !failed && (
                        <div class="actions">
                            <Button primary onClick={() => turn(true)}>
                                {t.camera}
                            </Button>
                        </div>
                    )}
                    <Drop
                        label={t.photo}
                        hint={t.photoHint}
                        accept="image/*"
                        capture="environment"
                        onFile={(file) => photo(file, performance.now())}
                    />
                </>
            )}
            <div class="actions">
                <a class="button" href={to("type")}>
                    {t.type}
                </a>
                {toChecks}
            </div>
        </>
    );
}
