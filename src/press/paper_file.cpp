#include "press/paper_file.h"

#include "render/pdf.h"
#include "render/write.h"
#include "system/file.h"

namespace temsao::press {

Result<std::string> paper_bytes(const std::shared_ptr<const label::Drawing>& drawing,
                                const std::filesystem::path& out,
                                Resolution resolution,
                                const render::DocumentFacts& facts,
                                const render::FontBook& fonts) {
    const auto page = TRY(page::Imposition::one_a_page().lay(0, {&drawing, 1}));
    const auto ending = ending_of(out);
    if (ending == ".png") return render::write_png(page, resolution, fonts);
    if (ending == ".svg") return render::write_svg(page, fonts);
    return render::write_pdf({&page, 1}, facts, fonts);
}

} // namespace temsao::press
