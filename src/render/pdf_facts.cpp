#include "render/pdf_facts.h"

#include "render/pdf_text.h"
#include "render/xml.h"

namespace temsao::render {
namespace {

std::string pdf_date(Date day) {
    auto iso = day.iso();
    std::erase(iso, '-');
    return "(D:" + iso + "000000Z)";
}

} // namespace

std::string pdf_info(const DocumentFacts& facts) {
    std::string out = "<</Title" + pdf_text(facts.title) + "/Creator(temsao)/Producer(temsao)/CreationDate" +
                      pdf_date(facts.created) + "/ModDate" + pdf_date(facts.created) + "/Trapped/False";
    if (!facts.product.empty()) out += "/Product" + pdf_text(facts.product);
    if (!facts.lot.empty()) out += "/Lot" + pdf_text(facts.lot);
    if (facts.list_as_of) out += "/ListDate" + pdf_text(facts.list_as_of->iso());
    return out + ">>";
}

std::string pdf_xmp(const DocumentFacts& facts, std::string_view id) {
    const auto date = facts.created.iso() + "T00:00:00Z";
    const auto element = [](const std::string& name, std::string_view text) {
        return text.empty() ? "" : "<" + name + ">" + escaped(text) + "</" + name + ">\n";
    };
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" "
           "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfx=\"http://ns.adobe.com/pdfx/1.3/\" "
           "xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           escaped(facts.title) + "</rdf:li></rdf:Alt></dc:title>\n" + element("xmp:CreatorTool", "temsao") +
           element("xmp:CreateDate", date) + element("xmp:ModifyDate", date) + element("xmp:MetadataDate", date) +
           element("xmpMM:DocumentID", "uuid:" + std::string(id)) + element("xmpMM:VersionID", "1") +
           element("xmpMM:RenditionClass", "default") + element("pdf:Producer", "temsao") +
           element("pdf:Trapped", "False") + element("pdfx:Product", facts.product) + element("pdfx:Lot", facts.lot) +
           element("pdfx:ListDate", facts.list_as_of ? facts.list_as_of->iso() : "") +
           element("pdfxid:GTS_PDFXVersion", facts.press ? "PDF/X-4" : "") +
           "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

} // namespace temsao::render
