import { render } from "preact";
import "../kit/kit.css";
import { Speaking } from "../kit/words";
import { Office } from "./office";

render(
    <Speaking>
        <Office />
    </Speaking>,
    document.getElementById("page")!,
);
