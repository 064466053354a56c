import { render } from "preact";
import "../kit/kit.css";
import { Speaking } from "../kit/words";
import { LotBook } from "./lot_book";
import "./lots.css";

render(
    <Speaking>
        <LotBook />
    </Speaking>,
    document.getElementById("page")!,
);
// Over plain http, except on this machine itself, browsers keep no pages: then it opens only while there is a network.
if ("serviceWorker" in navigator && import.meta.env.PROD)
    void navigator.serviceWorker.register("/lots/sw.js", { scope: "/lots/" });
