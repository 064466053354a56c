// How producers introduce themselves on the shopper's pages: handed in by a producer, decided on by the office, and the
// picture for everybody once it is approved.
#include "base/coding.h"
#include "serve/handlers.h"
#include "serve/introduction_page.h"
#include "serve/ourselves.h"
#include "serve/own_product.h"
#include "serve/sent_words.h"
#include "system/file.h"

namespace temsao::serve {
namespace {

using store::Introduction;
using store::IntroductionState;

struct Picture {
    std::string jpeg; // empty: none
    int width = 0, height = 0;
};

Json introduction_json(const Introduction& one) {
    Json picture = nullptr, decided = nullptr;
    if (one.has_picture())
        picture = {{"address", introduction_picture_address(one.id)}, {"width", one.width}, {"height", one.height}};
    if (one.decided) decided = {{"by", one.decided_by}, {"on", one.decided->iso()}};
    return {{"id", one.id},
            {"at", one.at},
            {"account", one.account},
            {"producer", one.producer},
            {"words", {{"vi", one.vi}, {"en", one.en}}},
            {"picture", std::move(picture)},
            {"state", name(one.state)},
            {"decided", std::move(decided)}};
}

// A member that is a text; empty where it is absent or null. `name` is what a refusal calls it.
Result<std::string> text_of(const Json& json, const char* member, const std::string& name) {
    const auto found = json.find(member);
    if (found == json.end() || found->is_null()) return std::string();
    if (!found->is_string()) return error(Cause::usage, "request.member", {name});
    return found->get<std::string>();
}

// The decoder reads what came from outside: it does so in another process, with limits, which writes a new picture.
Result<Picture> read_picture(const Call& call, const std::string& coded) {
    if (coded.empty()) return Picture{};
    const auto photo = from_base64(coded);
    if (!photo) return error(Cause::usage, "request.member", {"picture"});
    const Scratch scratch(call);
    TRY(write_file(scratch.path() / "photo", *photo));
    const auto told = TRY(run_ourselves(
        call, Sent::photo, call.services.around.home, {"picture", "photo", "--out", "page.jpg"}, scratch.path()));
    const auto size = job::read_object(told);
    return Picture{
        TRY(read_file(scratch.path() / "page.jpg", 1 << 20)), size.value("width", 0), size.value("height", 0)};
}

// What is handed in, but for its picture.
Result<Introduction> read_introduction(const Call& call, const Json& body) {
    const auto own = body.find("is_own");
    if (own == body.end() || !own->is_boolean()) return error(Cause::usage, "request.member", {"is_own"});
    if (!own->get<bool>()) return error(Cause::usage, "introduction.not_own");
    const auto words = body.find("words");
    if (words == body.end() || !words->is_object()) return error(Cause::usage, "request.member", {"words"});
    const auto line = [&](const char* lang) -> Result<std::string> {
        return sent_line(
            TRY(text_of(*words, lang, std::string("words.") + lang)), most_introduction_words, "introduction.too_long");
    };
    Introduction introduction{.id = call.services.desk.new_id(),
                              .at = call.services.desk.now(),
                              .account = call.account().name,
                              .producer = call.account().producer,
                              .vi = TRY(line("vi")),
                              .en = TRY(line("en"))};
    if (introduction.vi.empty()) return error(Cause::usage, "introduction.no_words");
    return introduction;
}

Outcome note(const Call& call, store::Sql& sql, const char* action, const Introduction& one) {
    auto& desk = call.services.desk;
    return store::add_audit_entry(
        sql, {desk.new_id(), desk.now(), call.account().name, action, subject_of_deed(one.id + " " + one.producer)});
}

// The introduction that the address names, if the caller may see it; another producer's is as if there were none.
Result<Introduction> named_introduction(const Call& call) {
    const auto& id = call.named.at("id");
    auto found = TRY(store::find_introduction(call.services.desk.store(), id));
    if (!found || !may_see_producer(call, found->producer)) return error(Cause::missing, "introduction.none", {id});
    return *std::move(found);
}

// `decide` says whether there was something to decide; the audit entry is in the same transaction.
Answer decided(const Call& call,
               const Introduction& one,
               const char* action,
               const std::function<Result<bool>(store::Sql&)>& decide) {
    bool is_done = false;
    TRY(call.services.desk.store().together([&](store::Sql& sql) -> Outcome {
        is_done = TRY(decide(sql));
        return is_done ? note(call, sql, action, one) : Outcome(done);
    }));
    const auto now = TRY(named_introduction(call));
    if (!is_done) return error(Cause::refused, "introduction.decided", {now.decided_by});
    return json_answer(introduction_json(now));
}

} // namespace

Answer hand_in_introduction(const Call& call) {
    const auto body = TRY(json_body(call.request));
    auto introduction = TRY(read_introduction(call, body));
    const auto picture = TRY(read_picture(call, TRY(text_of(body, "picture", "picture"))));
    introduction.width = picture.width;
    introduction.height = picture.height;
    TRY(call.services.desk.store().together([&](store::Sql& sql) -> Outcome {
        TRY(store::hand_in_introduction(sql, introduction, picture.jpeg));
        return note(call, sql, "introduction handed in", introduction);
    }));
    return json_answer(introduction_json(introduction), 201);
}

Answer list_introductions(const Call& call) {
    const auto limit = TRY(limit_of(call.request));
    const auto asked = call.request.parameter("state");
    const auto state = store::introduction_state(asked);
    if (!asked.empty() && !state) return error(Cause::usage, "request.member", {"state"});
    const auto found = TRY(store::introductions(call.services.desk.store(),
                                                call.is_producer() ? call.account().producer : "",
                                                state,
                                                limit + 1,
                                                call.request.parameter("after")));
    return json_answer(page_of("introductions", found, limit, introduction_json));
}

// Browsers keep an approved one for a day and not for longer: whom it shows may wish to be seen no more.
Answer introduction_picture(const Call& call) {
    auto& store = call.services.desk.store();
    const auto& id = call.named.at("id");
    const auto found = TRY(store::find_introduction(store, id));
    const bool is_approved = found && found->state == IntroductionState::approved,
               may_see_waiting = call.session && call.account().role != desk::Role::inspector && found &&
                                 may_see_producer(call, found->producer);
    if (!found || !found->has_picture() || !(is_approved || may_see_waiting))
        return error(Cause::missing, "introduction.no_picture");
    auto jpeg = TRY(store::introduction_jpeg(store, id));
    if (jpeg.empty()) return error(Cause::missing, "introduction.no_picture"); // withdrawn between the two looks
    const auto* kept = is_approved ? "public, max-age=86400" : "private, no-store";
    return http::HttpAnswer{
        .status = 200, .type = "image/jpeg", .body = std::move(jpeg), .headers = {{"Cache-Control", kept}}};
}

Answer approve_introduction(const Call& call) {
    const auto one = TRY(named_introduction(call));
    return decided(call, one, "introduction approved", [&](store::Sql& sql) {
        return store::approve_introduction(sql, one.id, call.account().name, call.today());
    });
}

// By its producer as by the office: whom a picture shows may wish to be seen no more.
Answer withdraw_introduction(const Call& call) {
    const auto one = TRY(named_introduction(call));
    return decided(call, one, "introduction withdrawn", [&](store::Sql& sql) {
        return store::withdraw_introduction(sql, one.id, call.account().name, call.today());
    });
}

} // namespace temsao::serve
