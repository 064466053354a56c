#pragma once
// PressLook: how a label will look in print, for a screen. Inks are measured colours only through the profile of a
// press; without one a picture shows their plain complement, which is brighter than any print. The one user of lcms2.
#include "label/drawing.h"
#include "render/icc.h"

#include <memory>

namespace temsao::render {

class PressLook {
public:
    // Error icc.damaged {file} (Cause::data) where the profile's tables cannot be used.
    static Result<PressLook> open(const OutputProfile& profile, const std::string& file);

    // The drawing in inks whose plain complement (what PNG and SVG show) is the colour that the press prints on its
    // paper, relative to that paper (ICC.1:2010, media-relative colorimetric, with black point compensation). What is
    // black ink alone stays as it is, so that code and text keep hard edges; pictures are in screen colours already.
    // Never for a file that is printed. Any thread.
    label::Drawing on_screen(const label::Drawing& drawing) const;

    // One ink, likewise.
    label::Ink on_screen(const label::Ink& ink) const;

private:
    explicit PressLook(std::shared_ptr<void> transform) : transform_(std::move(transform)) {}

    std::shared_ptr<void> transform_; // of lcms2; it keeps no cache and may be used by many threads
};

} // namespace temsao::render
