import "../kit/kit.css";
import "./studio.css";
import { render } from "preact";
import { Speaking } from "../kit/words";
import { Studio } from "./studio";

render(
    <Speaking>
        <Studio />
    </Speaking>,
    document.getElementById("page")!,
);
