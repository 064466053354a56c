import { render } from "preact";
import "../kit/kit.css";
import { keepPage } from "../kit/keep_page";
import { Speaking } from "../kit/words";
import { Scan } from "./scan";
import "./scan.css";

render(
    <Speaking>
        <Scan />
    </Speaking>,
    document.getElementById("page")!,
);
keepPage("scan");
