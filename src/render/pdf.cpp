// The file around the pages: objects, their places, fonts (ISO 32000-1). Numbers 1 to 6 are promised to what is written
// last.
#include "render/pdf.h"

#include "render/deflate.h"
#include "render/font_library.h"
#include "render/pdf_facts.h"
#include "render/pdf_fonts.h"
#include "render/pdf_text.h"
#include "render/picture_dots.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace temsao::render {
namespace {

constexpr int catalog_object = 1, page_tree_object = 2, info_object = 3, xmp_object = 4, fonts_object = 5,
              spots_object = 6;
constexpr int first_free_object = 7;
// What a plate prints over stays on its own plates (ISO 32000-1, 8.6.7); without /OPM 1 a tint of nothing would erase.
constexpr auto overprint_state = "/ExtGState<</Over<</Type/ExtGState/OP true/op true/OPM 1>>>>";
constexpr std::size_t most_waiting = 1 << 16; // bytes of the table of contents
constexpr int packing_once = 9;               // of what is written once

std::string reference(int object) {
    return std::to_string(object) + " 0 R";
}

// A plate of its own; where there is none, the inks that stand for it, in proportion (ISO 32000-1, 8.6.6.4).
std::string separation(const std::string& name, const label::Ink& ink) {
    std::string inks;
    for (const double coverage : {ink.c, ink.m, ink.y, ink.k}) {
        put_number(inks, std::round(coverage * 10) / 1000);
        inks += ' ';
    }
    return "[/Separation" + pdf_name(name) + "/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[" + inks +
           "]/N 1>>]";
}

} // namespace

struct PdfWriter::State {
    State(DocumentFacts about, Sink to) : facts(std::move(about)), sink(std::move(to)) {}

    DocumentFacts facts;
    Sink sink;
    std::vector<std::uint64_t> places = std::vector<std::uint64_t>(first_free_object); // of the objects, by number
    std::uint64_t written = 0;
    std::uint64_t hash = 0xcbf29ce484222325; // of all streams: names the document
    std::vector<int> batches;
    std::size_t pages = 0;
    GlyphsUsed glyphs;
    SpotInks spots;
    std::map<std::string, int> pictures; // the objects, by the pictures' ids
    std::string buffer;

    int new_object() {
        places.push_back(0);
        return static_cast<int>(places.size()) - 1;
    }

    void put(std::string_view bytes) { buffer += bytes; }

    Outcome flush() {
        written += buffer.size();
        auto outcome = sink(buffer);
        buffer.clear();
        return outcome;
    }

    void begin(int object) {
        places[static_cast<std::size_t>(object)] = written + buffer.size();
        put(std::to_string(object) + " 0 obj\n");
    }

    void put_object(int object, std::string_view body) {
        begin(object);
        put(body);
        put("\nendobj\n");
    }

    // `entries`: of the dictionary, besides the length.
    void put_stream(int object, std::string_view entries, std::string_view bytes) {
        for (std::size_t i = 0; i < bytes.size(); i += 7) // every seventh byte tells packed streams apart well enough
            hash = (hash ^ static_cast<unsigned char>(bytes[i])) * 0x100000001b3;
        begin(object);
        put("<<" + std::string(entries) + "/Length " + std::to_string(bytes.size()) + ">>stream\n");
        put(bytes);
        put("\nendstream\nendobj\n");
    }

    void put_packed(int object, const std::string& entries, std::string_view bytes) {
        put_stream(object, entries + "/Filter/FlateDecode", Deflater(packing_once).pack(bytes));
    }

    void put_font(int object, const EmbeddedFont& font) {
        const int descendant = new_object(), description = new_object(), file = new_object(), text = new_object();
        put_object(object,
                   "<</Type/Font/Subtype/Type0/BaseFont/" + font.name + "/Encoding/Identity-H/DescendantFonts[" +
                       reference(descendant) + "]/ToUnicode " + reference(text) + ">>");
        put_object(descendant,
                   "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + font.name +
                       "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity"
                       "/FontDescriptor " +
                       reference(description) + "/DW 0/W" + font.widths + ">>");
        put_object(description,
                   "<</Type/FontDescriptor/FontName/" + font.name + font.descriptor + "/FontFile2 " + reference(file) +
                       ">>");
        put_packed(file, "/Length1 " + std::to_string(font.file.size()), font.file);
        put_packed(text, "", font.to_unicode);
    }

    Outcome put_fonts(const FontBook& fonts) {
        auto& library = fonts.library();
        std::string names = "<<";
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            if (std::find(glyphs[i].begin(), glyphs[i].end(), true) == glyphs[i].end()) continue;
            const auto font = TRY(embed(library.face(i), glyphs[i]));
            const int object = new_object();
            put_font(object, font);
            names += "/F" + std::to_string(i) + " " + reference(object);
        }
        put_object(fonts_object, names + ">>");
        return done;
    }

    // What the file was made for, named as the profile names itself (ISO 15930-7, 6.13; ISO 32000-1, 14.11.5).
    std::string output_intents() {
        if (!facts.press) return {};
        const int profile = new_object();
        put_packed(profile, "/N 4", facts.press->bytes);
        const auto condition = pdf_text(facts.press->condition);
        return "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(Custom)/OutputCondition" +
               condition + "/Info" + condition + "/DestOutputProfile " + reference(profile) + ">>]";
    }

    // With the mask of what lies below it, where it has one (ISO 32000-1, 11.6.5.3).
    int put_picture(const label::Picture& picture) {
        const auto image = [&](const char* space) {
            return "/Type/XObject/Subtype/Image/Width " + std::to_string(picture.width) + "/Height " +
                   std::to_string(picture.height) + "/BitsPerComponent 8/ColorSpace" + space;
        };
        std::string mask;
        if (!picture.alpha.empty()) {
            const int object = new_object();
            put_packed(object, image("/DeviceGray"), std::string(picture.alpha.begin(), picture.alpha.end()));
            mask = "/SMask " + reference(object);
        }
        const int object = new_object();
        put_packed(object, image(picture.samples == 1 ? "/DeviceGray" : "/DeviceCMYK") + mask, picture_inks(picture));
        return object;
    }

    // " /P… 12 0 R" of each; a picture is written once, where it is first used.
    std::string put_pictures(const PicturesUsed& used) {
        std::string names;
        for (const auto& [id, picture] : used) {
            auto known = pictures.find(id);
            if (known == pictures.end()) known = pictures.emplace(id, put_picture(*picture)).first;
            names += "/P" + id + " " + reference(known->second);
        }
        return names;
    }

    std::string name() const {
        char hex[33];
        std::snprintf(hex,
                      sizeof hex,
                      "%016llx%016llx",
                      static_cast<unsigned long long>(hash),
                      static_cast<unsigned long long>(hash * 0x9e3779b97f4a7c15 ^ written));
        return hex;
    }
};

PdfWriter::PdfWriter(DocumentFacts facts, Sink sink)
    : state_(std::make_unique<State>(std::move(facts), std::move(sink))) {
    state_->put("%PDF-1.6\n%\xE2\xE3\xCF\xD3\n");
}

PdfWriter::PdfWriter(PdfWriter&&) noexcept = default;

PdfWriter::~PdfWriter() = default;

Outcome PdfWriter::add(const PdfPages& pages) {
    auto& file = *state_;
    file.glyphs.resize(std::max(file.glyphs.size(), pages.glyphs.size()));
    for (std::size_t face = 0; face < pages.glyphs.size(); ++face) {
        auto& all = file.glyphs[face];
        all.resize(std::max(all.size(), pages.glyphs[face].size()));
        for (std::size_t glyph = 0; glyph < pages.glyphs[face].size(); ++glyph)
            if (pages.glyphs[face][glyph]) all[glyph] = true;
    }
    file.spots.insert(pages.spots.begin(), pages.spots.end());
    const int batch = file.new_object(), resources = file.new_object();
    const auto shared = "/Font " + reference(fonts_object) + "/ColorSpace " + reference(spots_object) + overprint_state;
    const auto pictures = file.put_pictures(pages.pictures);
    const auto within = "/Resources<<" + shared + "/XObject<<" + pictures + ">>>>/Filter/FlateDecode";
    std::string forms;
    for (std::size_t i = 0; i < pages.forms.size(); ++i) {
        const int form = file.new_object();
        forms += "/G" + std::to_string(i) + " " + reference(form);
        file.put_stream(form, "/Type/XObject/Subtype/Form/BBox" + pages.forms[i].box + within, pages.forms[i].content);
    }
    file.put_object(resources, "<<" + shared + "/XObject<<" + forms + pictures + ">>>>");
    std::string kids;
    int content = 0;
    for (const auto& page : pages.pages) {
        if (!page.repeats) {
            content = file.new_object();
            file.put_stream(content, "/Filter/FlateDecode", page.content);
        }
        const int object = file.new_object();
        std::string entries = "<</Type/Page/Parent ";
        entries.append(reference(batch)).append(page.boxes);
        entries.append("/Contents ").append(reference(content)).append(">>");
        file.put_object(object, entries);
        kids.append(reference(object)).append(" ");
    }
    file.put_object(batch,
                    "<</Type/Pages/Parent " + reference(page_tree_object) + "/Resources " + reference(resources) +
                        "/Count " + std::to_string(pages.pages.size()) + "/Kids[" + kids + "]>>");
    file.batches.push_back(batch);
    file.pages += pages.pages.size();
    return file.flush();
}

Outcome PdfWriter::finish(const FontBook& fonts) {
    auto& file = *state_;
    ENSURE(file.pages > 0);
    TRY(file.put_fonts(fonts));
    std::string spots = "<<", kids;
    for (const auto& [name, ink] : file.spots)
        spots += pdf_name(name) + separation(name, ink);
    file.put_object(spots_object, spots + ">>");
    for (const int batch : file.batches)
        kids += reference(batch) + " ";
    file.put_object(page_tree_object, "<</Type/Pages/Count " + std::to_string(file.pages) + "/Kids[" + kids + "]>>");
    const auto intents = file.output_intents();
    const auto id = file.name();
    file.put_object(info_object, pdf_info(file.facts));
    file.put_stream(xmp_object, "/Type/Metadata/Subtype/XML", pdf_xmp(file.facts, id));
    file.put_object(catalog_object,
                    "<</Type/Catalog/Pages " + reference(page_tree_object) + "/Metadata " + reference(xmp_object) +
                        intents + "/Lang(vi-VN)/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>>>");
    const auto table = file.written + file.buffer.size();
    file.put("xref\n0 " + std::to_string(file.places.size()) + "\n0000000000 65535 f \n");
    for (std::size_t object = 1; object < file.places.size(); ++object) {
        char row[24];
        std::snprintf(row, sizeof row, "%010llu 00000 n \n", static_cast<unsigned long long>(file.places[object]));
        file.put(row);
        if (file.buffer.size() < most_waiting) continue;
        TRY(file.flush());
    }
    file.put("trailer\n<</Size " + std::to_string(file.places.size()) + "/Root " + reference(catalog_object) +
             "/Info " + reference(info_object) + "/ID[<" + id + "><" + id + ">]>>\nstartxref\n" +
             std::to_string(table) + "\n%%EOF\n");
    return file.flush();
}

Result<std::string> write_pdf(std::span<const page::Page> pages, const DocumentFacts& facts, const FontBook& fonts) {
    std::string bytes;
    PdfWriter writer(facts, [&](std::string_view part) -> Outcome {
        bytes += part;
        return done;
    });
    TRY(writer.add(compose_pdf(pages, fonts)));
    TRY(writer.finish(fonts));
    return bytes;
}

} // namespace temsao::render
