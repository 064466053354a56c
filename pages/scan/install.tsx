// The page as an app on the phone's first screen: offered by the browser itself where it can, else told how.
import { useEffect, useState } from "preact/hooks";
import { Button } from "../kit/button";
import { remember } from "../kit/remember";
import { useWords } from "../kit/words";
import { scanWords } from "./words";

type Offer = Event & { prompt: () => Promise<unknown> };
const REFUSED = "temsao.install";

// The browser offers it once a visit, perhaps while another screen is shown.
let offered: Offer | null = null;
const told = new Set<() => void>();
addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // shown here, and not over the camera
    offered = event as Offer;
    told.forEach((tell) => tell());
});

const isInstalled = () =>
    matchMedia("(display-mode: standalone)").matches || (navigator as { standalone?: boolean }).standalone === true;
/** Safari on phones installs a page, and offers it nowhere. */
const isApple = () => /iPhone|iPad|iPod/.test(navigator.userAgent);

export function Install() {
    const t = useWords(scanWords);
    const [offer, setOffer] = useState(offered);
    const [isOver, setOver] = useState(isInstalled() || remember.read(REFUSED) === "no");
    useEffect(() => {
        const tell = () => setOffer(offered);
        const installed = () => setOver(true);
        told.add(tell);
        addEventListener("appinstalled", installed);
        return () => {
            told.delete(tell);
            removeEventListener("appinstalled", installed);
        };
    }, []);
    if (isOver || (!offer && !isApple())) return null;
    const refuse = () => {
        remember.keep(REFUSED, "no");
        setOver(true);
    };
    return (
        <section class="card stack tight">
            <p>{offer ? t.installLead : t.installApple}</p>
            <div class="actions">
                {offer && <Button onClick={() => void offer.prompt().then(() => setOver(true))}>{t.install}</Button>}
                <Button quiet onClick={refuse}>
                    {t.installNo}
                </Button>
            </div>
        </section>
    );
}
