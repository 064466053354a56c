import { render } from "preact";
import "../kit/kit.css";
import { Speaking } from "../kit/words";
import { Scan } from "./scan";
import "./scan.css";

render(
    <Speaking>
        <Scan />
    </Speaking>,
    document.getElementById("page")!,
);
// Over plain http, but for this very machine, browsers keep no pages: it works then, as long as the server is there.
if ("serviceWorker" in navigator && import.meta.env.PROD)
    void navigator.serviceWorker.register("/scan/sw.js", { scope: "/scan/" });
