// The table of routes.
#include "serve/handlers.h"

namespace temsao::serve {
const std::vector<Route>& routes() {
    using enum Lane;
    constexpr unsigned printing = producer | office | admin;  // who prints labels
    constexpr unsigned checking = inspector | office | admin; // who checks labels in shops
    constexpr unsigned staff = office | admin;

    constexpr http::BodyPlan none{0}, json{64 * 1024}, texts{4 << 20}, photo{40 << 20, true}, sheet{64 << 20, true};

    // Parameters of the query.
    using app::Kind;
    constexpr Query query{"query", Kind::text}, after{"after", Kind::text}, product{"product", Kind::text},
        group{"group", Kind::text}, stock{"stock", Kind::text}, printer{"printer", Kind::text};
    constexpr Query reason{"reason", Kind::text}, state{"state", Kind::text};
    constexpr Query closed{"closed", Kind::flag};
    constexpr Query expiring{"expiring", Kind::number}, limit{"limit", Kind::number}, nth{"n", Kind::number};
    constexpr Query date{"date", Kind::date}, as_of{"as_of", Kind::date};

    constexpr Query file_name{"X-File-Name", Kind::text, "header"},
        idempotency_key{"Idempotency-Key", Kind::text, "header"};

    // What is sent and given as it is.
    constexpr auto pictures = "image/jpeg image/png image/webp image/heic image/avif image/tiff application/pdf";
    constexpr auto sheets = "application/octet-stream", bundle = "application/octet-stream", words = "text/plain",
                   asked = "ShoppersQuestion application/x-www-form-urlencoded", told = "QuestionTaken text/html",
                   csv = "text/csv", html = "text/html", svg = "image/svg+xml", pdf = "application/pdf",
                   printed = "application/pdf image/png image/svg+xml application/octet-stream";

    // The rows stand in columns, with at most 160 characters a line; under each the parameters of its query, and what
    // it is for.
    // clang-format off
    static const std::vector<Route> table = {
        //method   path                                    who        lane     body   handler               takes              gives          status  a minute
        {"GET",    "/healthz",                             everyone,  front,   none,  get_health,           "",                "Health",       200,   0,
         {}, "Whether the server is healthy"},
        {"GET",    "/metrics",                             everyone,  front,   none,  get_metrics,          "",                words,          200,   0,
         {}, "Counters, as Prometheus reads them"},
        {"GET",    "/api/v1/openapi.json",                 everyone,  front,   none,  get_openapi,          "",                "OpenApi",      200,   0,
         {}, "This document"},
        {"GET",    "/api/v1/session",                      everyone,  quick,   none,  get_session,          "",                "Session",      200,   0,
         {}, "Who is signed in"},
        {"POST",   "/api/v1/session",                      everyone,  sign_in, json,  open_session,         "SignIn",          "Session",      200,  30,
         {}, "Sign in"},
        {"DELETE", "/api/v1/session",                      signed_in, quick,   none,  close_session,        "",                "Session",      200,   0,
         {}, "Sign out"},
        {"PUT",    "/api/v1/session/password",             signed_in, sign_in, json,  change_passphrase,    "NewPassword",     "Session",      200,  30,
         {}, "Change one's password; other sessions of the account end"},
        {"GET",    "/api/v1/products",                     everyone,  quick,   none,  list_products,        "",                "Products",     200, 600,
         {query, expiring, limit, after}, "The product list, by key"},
        {"GET",    "/api/v1/products/{key}",               everyone,  quick,   none,  show_product,         "",                "ProductFacts", 200, 600,
         {}, "One product with its certificates"},
        {"GET",    "/api/v1/bundle",                       everyone,  quick,   none,  get_bundle,           "",                bundle,         200, 600,
         {}, "The signed list"},
        {"GET",    "/api/v1/bundle.minisig",               everyone,  quick,   none,  get_bundle_signature, "",                words,          200, 600,
         {}, "Its signature, as minisign checks it"},
        {"GET",    "/api/v1/bundle.pub",                   everyone,  quick,   none,  get_bundle_root,      "",                words,          200, 600,
         {}, "The province's public key that it is signed with"},
        {"GET",    "/api/v1/templates",                    signed_in, quick,   none,  list_templates,       "",                "Templates",    200,   0,
         {}, "Label templates"},
        {"GET",    "/api/v1/templates/{name}/preview.svg", signed_in, quick,   none,  preview_template,     "",                svg,            200,   0,
         {product, group}, "A template as a picture, with a product or with sample text"},
        {"GET",    "/api/v1/stocks",                       signed_in, quick,   none,  list_stocks,          "",                "Stocks",       200,   0,
         {}, "Sticker paper: sheets and rolls"},
        {"POST",   "/api/v1/labels/preview",               printing,  quick,   json,  preview_label,        "LabelWish",       "LabelPreview", 200,   0,
         {}, "One label as SVG, and what preflight says"},
        {"POST",   "/api/v1/runs",                         printing,  quick,   json,  add_run,              "RunWish",         "RunId",        202,   0,
         {idempotency_key}, "Print labels: the run waits its turn"},
        {"GET",    "/api/v1/runs",                         printing,  quick,   none,  list_runs,            "",                "Runs",         200,   0,
         {limit, after}, "Print runs, newest first"},
        {"GET",    "/api/v1/runs/{id}",                    printing,  quick,   none,  show_run,             "",                "Run",          200,   0,
         {}, "A print run"},
        {"DELETE", "/api/v1/runs/{id}",                    printing,  quick,   none,  cancel_run,           "",                "Run",          200,   0,
         {}, "Cancel a print run"},
        {"GET",    "/api/v1/runs/{id}/file",               printing,  quick,   none,  run_file,             "",                printed,        200,   0,
         {nth}, "What was made"},
        {"POST",   "/api/v1/checks/text",                  everyone,  quick,   texts, check_texts,          "Texts",           "Checks",       200, 600,
         {}, "Check the texts of codes against the list"},
        {"POST",   "/api/v1/checks/photo",                 everyone,  photos,  photo, check_photo,          pictures,          "Checks",       200,  60,
         {date}, "Check a photo against the list: the body is a picture (JPEG, PNG, WebP) or a PDF"},
        {"POST",   "/api/v1/photos/jpeg",                  everyone,  photos,  photo, photo_as_jpeg,        "image/heic image/avif", "image/jpeg", 200,  30,
         {}, "A HEIC or AVIF photo as JPEG, for browsers that cannot open it"},
        {"POST",   "/api/v1/list-proposals",               staff,     heavy,   sheet, add_proposal,         sheets,            "Proposal",     201,   0,
         {as_of, file_name}, "Propose a new list: body is the spreadsheet, its name in X-File-Name"},
        {"GET",    "/api/v1/list-proposals",               staff,     quick,   none,  list_proposals,       "",                "Proposals",    200,   0,
         {}, "Lists proposed, newest first"},
        {"GET",    "/api/v1/list-proposals/{id}",          staff,     quick,   none,  show_proposal,        "",                "Proposal",     200,   0,
         {}, "A proposed list"},
        {"GET",    "/api/v1/list-proposals/{id}/columns",  staff,     heavy,   none,  columns_of_proposal,  "",                "ColumnsSeen",  200,   0,
         {}, "Which column of a proposed list became what"},
        {"POST",   "/api/v1/list-proposals/{id}/columns",  staff,     heavy,   json,  map_proposal,         "ColumnsSaid",     "Proposal",     200,   0,
         {}, "Say what headings of a proposed list mean, and look at it again"},
        {"POST",   "/api/v1/list-proposals/{id}/approval", staff,     heavy,   json,  approve_proposal,     "",                "Proposal",     200,   0,
         {}, "Approve a list that another person proposed"},
        {"DELETE", "/api/v1/list-proposals/{id}",          staff,     quick,   none,  withdraw_proposal,    "",                "Proposal",     200,   0,
         {}, "Withdraw a proposed list"},
        {"POST",   "/api/v1/certificates/revocation",      staff,     quick,   json,  revoke_certificate,   "Revocation",      "Revoked",      200,   0,
         {}, "Revoke a product's certificate"},
        {"POST",   "/api/v1/publish",                      staff,     heavy,   json,  publish_list,         "PublishWish",     "Published",    200,   0,
         {}, "Sign and publish the list for checking machines"},
        {"GET",    "/api/v1/log/audit",                    staff,     heavy,   none,  audit_log,            "",                "Audit",        200,   0,
         {}, "Labels printed against quantities declared"},
        {"POST",   "/add-checkpoint",                      everyone,  ledger,  json,  add_checkpoint,       words,             words,          200, 600,
         {}, "As a witness (C2SP tlog-witness): sign a log's checkpoint if the log grew out of what was signed before"},
        {"GET",    "/api/v1/checks",                       checking,  ledger,  none,  list_checks,          "",                "ChecksMade",   200,   0,
         {limit, after}, "Checks made in shops, newest first"},
        {"POST",   "/api/v1/checks/record",                checking,  ledger,  texts, record_checks,        "FieldChecks",     "Recorded",     200,   0,
         {}, "Record checks; recording the same one again changes nothing"},
        {"GET",    "/api/v1/serials/{serial}",             printing,  ledger,  none,  show_serial,          "",                "Serial",       200,   0,
         {product}, "The label printed with a serial number"},
        {"POST",   "/api/v1/serials/{serial}/void",        printing,  ledger,  json,  void_serial,          "Reason",          "SerialChange", 200,   0,
         {product}, "Void a serial number: the label is damaged or lost"},
        {"POST",   "/api/v1/serials/{serial}/reissue",     printing,  ledger,  json,  reissue_serial,       "Reason",          "SerialChange", 200,   0,
         {product}, "Replace a serial number with a new one"},
        {"GET",    "/api/v1/lots",                         printing,  ledger,  none,  list_lots,            "",                "Lots",         200,   0,
         {query, limit, after}, "The lots of the lot book, by product and lot; a producer sees its own"},
        {"POST",   "/api/v1/lots",                         printing,  ledger,  json,  add_lot,              "LotEntry",        "LotAdded",     200,   0,
         {idempotency_key}, "Write an entry in the lot book; the same one again changes nothing"},
        {"POST",   "/api/v1/lot-entries/{entry}/strike",   printing,  ledger,  json,  strike_lot_entry,     "",                "LotStruckNow", 200,   0,
         {}, "Strike through an entry that did not happen; it stays in the book"},
        {"GET",    "/api/v1/lots/{product}/{lot}",         printing,  ledger,  none,  show_lot,             "",                "LotFacts",     200,   0,
         {}, "What happened to a lot"},
        {"GET",    "/api/v1/lots/{product}/{lot}/trace",   printing,  ledger,  none,  trace_lot,            "",                "LotTrace",     200,   0,
         {}, "What a lot was made of, what it became, to whom it went"},
        {"GET",    "/api/v1/lots/{product}/{lot}/recall",  staff,     ledger,  none,  look_at_recall,       "",                "LotRecall",    200,   0,
         {}, "What the recall of a lot would call back, and from whom"},
        {"POST",   "/api/v1/lots/{product}/{lot}/recall",  staff,     ledger,  json,  recall_lot,           "RecallWish",      "LotRecall",    200,   0,
         {}, "Recall a lot and all that was made of it; the next publication says so"},
        {"GET",    "/api/v1/lots/{product}/{lot}/recall/lift", staff,  ledger,  none,  look_at_lift,         "",                "LotLift",      200,   0,
         {}, "What lifting the recall of a lot would lift, and what would stay recalled"},
        {"POST",   "/api/v1/lots/{product}/{lot}/recall/lift", staff, ledger,  json,  lift_recall,          "LiftWish",        "LotLift",      200,   0,
         {}, "Lift the recall of a lot and of what was made of it, where nothing else calls them back"},
        {"GET",    "/api/v1/lots/{product}/{lot}/recall/receivers.csv", staff, ledger, none, recall_receivers, "",            csv,            200,   0,
         {}, "Who received a lot and what was made of it, as a table"},
        {"GET",    "/api/v1/lots/{product}/{lot}/recall/letters.html", staff, ledger, none, recall_letters, "",                html,           200,   0,
         {reason}, "A letter to each who received it, to print"},
        {"POST",   "/api/v1/questions",                    everyone,  quick,   json,  ask_office,           asked,             told,           200,   6,
         {}, "Ask the office about goods that are not as their page says; nothing about who asks is kept", true},
        {"GET",    "/api/v1/questions",                    staff,     quick,   none,  list_questions,       "",                "Questions",    200,   0,
         {closed, limit, after}, "What shoppers asked, newest first: what is open, or what is closed"},
        {"POST",   "/api/v1/questions/{id}/close",         staff,     quick,   json,  answer_question,      "QuestionNote",    "Question",     200,   0,
         {}, "Close a question of shoppers, with a note"},
        {"POST",   "/api/v1/introductions",                producer,  photos,  texts, hand_in_introduction, "IntroductionWish", "Introduction", 201, 300,
         {}, "Hand in how a producer introduces itself on its products' pages; it takes the place of the one that waits"},
        {"GET",    "/api/v1/introductions",                printing,  quick,   none,  list_introductions,   "",                "Introductions", 200,  0,
         {state, limit, after}, "Introductions of producers, newest first; a producer sees its own"},
        {"GET",    "/api/v1/introductions/{id}/picture.jpg", everyone, quick,  none,  introduction_picture, "",                "image/jpeg",   200, 600,
         {}, "The picture of an approved introduction; of one that waits for its producer and the office"},
        {"POST",   "/api/v1/introductions/{id}/approval",  staff,     quick,   json,  approve_introduction, "",                "Introduction", 200,   0,
         {}, "Approve an introduction: from now on the producer's pages show it"},
        {"DELETE", "/api/v1/introductions/{id}",           printing,  quick,   none,  withdraw_introduction, "",               "Introduction", 200,   0,
         {}, "Withdraw an introduction; a producer may while it waits"},
        {"GET",    "/api/v1/printers",                     signed_in, quick,   none,  list_printers,        "",                "Printers",     200,   0,
         {}, "Calibrated printers"},
        {"PUT",    "/api/v1/printers/{name}",              printing,  quick,   json,  set_printer,          "PrinterMeasures", "Calibration",  200,   0,
         {}, "Calibrate a printer: the lengths measured on its test sheet"},
        {"GET",    "/api/v1/printers/test-sheet",          signed_in, quick,   none,  show_test_sheet,      "",                "TestSheet",    200,   0,
         {stock}, "The lengths to measure, as they should be"},
        {"GET",    "/api/v1/printers/test-sheet.pdf",      signed_in, quick,   none,  print_test_sheet,     "",                pdf,            200,   0,
         {printer, stock}, "The sheet that shows what a printer does"},
        {"GET",    "/api/v1/deeds",                        admin,     quick,   none,  list_audit_entries,   "",                "Deeds",        200,   0,
         {limit, after}, "Who did what, newest first"},
    };
    // clang-format on
    return table;
}

} // namespace temsao::serve
