// ZXing-C++ (3.1.1, pinned) throws an exception while it decodes and catches it itself: QRDecoder.cpp, DecodeBitStream.
// Many photos have a pattern that looks like a symbol and leads there. This module is built without exceptions, so the
// attempt is made here: the linker puts this function in the place of ZXing's own (--wrap in src/phone/CMakeLists.txt).
#include "scan/attempt.h"

#include <DecoderResult.h>
#include <qrcode/QRDecoder.h>

namespace ZXing::QRCode {

DecoderResult decode_itself(const BitMatrix& bits) asm("__real__ZN5ZXing6QRCode6DecodeERKNS_9BitMatrixE");
DecoderResult decode_as_attempt(const BitMatrix& bits) asm("__wrap__ZN5ZXing6QRCode6DecodeERKNS_9BitMatrixE");

DecoderResult decode_as_attempt(const BitMatrix& bits) {
    DecoderResult result = FormatError("given up");
    temsao::scan::attempt([&] { result = decode_itself(bits); });
    return result;
}

} // namespace ZXing::QRCode
