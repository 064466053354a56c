#include "epcis/context.h"

namespace temsao::epcis {

using job::Json;

const Json& our_context() {
    static const Json context = Json::array({"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                                             {{"temsao", "https://id.ocop.vn/ns/epcis/"},
                                              {"cbvmda", "urn:epcglobal:cbv:mda:"},
                                              {"gs1", "https://gs1.org/voc/"}}});
    return context;
}

const Prefixes& our_prefixes() {
    static const auto prefixes = prefixes_of(our_context());
    return prefixes;
}

Json own_context(const Json& event, const Prefixes& prefixes) {
    const auto text = event.dump();
    Json context = Json::object();
    for (const auto& [prefix, address] : prefixes) {
        auto begun = Json(prefix + ":").dump(); // as a name or a value begins
        begun.pop_back();
        if (text.find(begun) != text.npos) context[prefix] = address;
    }
    return context;
}

} // namespace temsao::epcis
