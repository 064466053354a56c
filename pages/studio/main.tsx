import { render } from "preact";
import "../kit/kit.css";
import { Speaking } from "../kit/words";
import { Studio } from "./studio";
import "./studio.css";

render(
    <Speaking>
        <Studio />
    </Speaking>,
    document.getElementById("page")!,
);
