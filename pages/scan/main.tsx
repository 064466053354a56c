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
// Over plain http, except on this machine itself, browsers keep no pages: then it works only while the server runs.
if ("serviceWorker" in navigator && import.meta.env.PROD)
    void navigator.serviceWorker.register("/scan/sw.js", { scope: "/scan/" });
