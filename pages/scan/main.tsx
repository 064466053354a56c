import { render } from "preact";
import { keepPage } from "../kit/keep_page";
import "../kit/kit.css";
import { Speaking } from "../kit/words";
import { hasAllItNeeds, OldBrowser } from "./old_browser";
import { Scan } from "./scan";
import "./scan.css";

const page = document.getElementById("page")!;
page.replaceChildren();
render(<Speaking>{hasAllItNeeds() ? <Scan /> : <OldBrowser />}</Speaking>, page);
keepPage("scan");
