// The words of PDF files, page by page, as Firefox (pdf.js) and Chromium (PDFium) find them:
// {"file": {"pdf.js": ["page 1", …], "PDFium": […]}} as the last line of stdout (pdf.js warns on the ones before).
//
//     node pages/tests/pdf_words.mjs a.pdf b.pdf
import { readFile } from "node:fs/promises";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { getDocument } from "unpdf/pdfjs"; // pdf.js in one file

async function by_pdfjs(bytes) {
    const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
    const pages = [];
    for (let number = 1; number <= document.numPages; number++) {
        const { items } = await (await document.getPage(number)).getTextContent();
        pages.push(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
    }
    await document.destroy();
    return pages;
}

async function by_pdfium(library, bytes) {
    const document = await library.loadDocument(bytes);
    const pages = [...document.pages()].map((page) => page.getText());
    document.destroy();
    return pages;
}

const library = await PDFiumLibrary.init();
const all = {};
for (const file of process.argv.slice(2)) {
    const bytes = await readFile(file);
    all[file] = {
        PDFium: await by_pdfium(library, bytes),
        "pdf.js": await by_pdfjs(new Uint8Array(bytes)),
    };
}
library.destroy();
console.log(JSON.stringify(all));
