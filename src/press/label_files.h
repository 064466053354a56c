#pragma once
// Inside `press`: the files of a run of labels.
#include "page/page.h"
#include "press/run.h"
#include "render/pdf.h"
#include "system/file.h"

#include <functional>
#include <span>
#include <variant>

namespace temsao::press {

inline constexpr std::size_t most_pictures = 1000; // one file each

// --out and --format.
struct OutputWish {
    std::filesystem::path file; // of many pictures: their common stem
    std::string format;         // "pdf", "zpl" …: as given, else by the file's name; "pwg" for office printers only
    std::size_t pages_a_document = 0; // for an office printer: documents of so many pages at most, one after another
    bool has_colour = true;           // of PWG Raster
};

// The files of a run. Pages are added in batches, in order; the files appear at finish, all or none.
class LabelFiles {
public:
    // Whole, for an office printer.
    struct Document {
        std::string bytes;
        int pages;
    };

    // For label printers: equal consecutive pages are sent once, with their count.
    using Composed =
        std::variant<render::PdfPages, std::vector<std::string>, std::vector<page::Page>, std::vector<Document>>;

    // Errors: label.format {format}, label.too_many_pictures {pages, most, format}, and those of NewFile::create.
    static Result<LabelFiles>
    create(const OutputWish& wish, const Run& run, const render::DocumentFacts& facts, std::size_t pages);

    Result<Composed> compose(std::span<const page::Page> pages, const render::FontBook& fonts) const; // any thread
    Outcome put(const Composed& composed, const render::FontBook& fonts);

    // For a printer that we feed: the file's commands, page by page, with how often each is printed; or its documents,
    // with how many pages each has.
    struct Block {
        std::size_t bytes;
        int pages;
    };

    const std::vector<Block>& blocks() const { return blocks_; }

    // `before_they_appear` is called when all files are on the disk and none has its name yet; if it fails, no file
    // appears. The files `beside` it returns appear with them, and before them.
    using Beside = std::vector<NewFile*>;
    Result<std::vector<std::filesystem::path>> finish(const render::FontBook& fonts,
                                                      const std::function<Result<Beside>()>& before_they_appear = {});

private:
    LabelFiles(const OutputWish& wish, const Run& run, std::size_t pages)
        : format_(wish.format),
          out_(wish.file),
          pages_a_document_(wish.pages_a_document),
          has_colour_(wish.has_colour),
          resolution_(run.resolution),
          printer_(run.printer),
          pages_(pages) {}

    Outcome put_picture(const std::string& bytes);
    Outcome print_waiting(const render::FontBook& fonts);
    Result<Document> make_document(std::span<const page::Page> pages, const render::FontBook& fonts) const;

    std::string format_;
    std::filesystem::path out_;
    std::size_t pages_a_document_;
    bool has_colour_;
    std::optional<render::DocumentFacts> facts_; // of each document
    Resolution resolution_;
    std::optional<LabelPrinter> printer_;
    std::size_t pages_;
    std::vector<std::filesystem::path> paths_;
    std::vector<std::unique_ptr<NewFile>> files_;
    std::optional<render::PdfWriter> pdf_;
    std::optional<page::Page> waiting_; // for a label printer, with its copies so far
    int copies_ = 0;
    std::vector<Block> blocks_;
};

} // namespace temsao::press
