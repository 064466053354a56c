import { render } from "preact";
import "../kit/kit.css";
import { keepPage } from "../kit/keep_page";
import { Speaking } from "../kit/words";
import { LotBook } from "./lot_book";
import "./lots.css";

render(
    <Speaking>
        <LotBook />
    </Speaking>,
    document.getElementById("page")!,
);
keepPage("lots");
