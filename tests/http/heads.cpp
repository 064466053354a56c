// Heads of requests and answers, by RFC 9110 and 9112.
#include "catch.h"
#include "http/answer_head.h"
#include "http/head_rules.h"

using namespace temsao::http;

TEST_CASE("a request has one host, and one way to tell where its body ends") {
    CHECK(fault_of_head({{"Host", "ocop.vn:8080"}}, 1) == 0);
    CHECK(fault_of_head({{"HOST", "[::1]:8080"}}, 1) == 0);
    CHECK(fault_of_head({{"Host", ""}}, 1) == 0);
    CHECK(fault_of_head({}, 0) == 0); // HTTP/1.0
    CHECK(fault_of_head({}, 1) == 400);
    CHECK(fault_of_head({{"Host", "a"}, {"host", "a"}}, 1) == 400);
    CHECK(fault_of_head({{"Host", "a"}, {"host", "b"}}, 0) == 400);
    CHECK(fault_of_head({{"Host", "a b"}}, 1) == 400);
    CHECK(fault_of_head({{"Host", "a/b"}}, 1) == 400);
    CHECK(fault_of_head({{"Host", "a"}, {"Transfer-Encoding", "chunked"}}, 1) == 0);
    CHECK(fault_of_head({{"Host", "a"}, {"Transfer-Encoding", "Chunked"}}, 1) == 0);
    CHECK(fault_of_head({{"Host", "a"}, {"Transfer-Encoding", "gzip"}}, 1) == 501);
    CHECK(fault_of_head({{"Host", "a"}, {"Transfer-Encoding", "gzip, chunked"}}, 1) == 501);
    CHECK(fault_of_head({{"Host", "a"}, {"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "chunked"}}, 1) == 501);
    CHECK(fault_of_head({{"Host", "a"}, {"Transfer-Encoding", "chunked"}, {"Content-Length", "5"}}, 1) == 400);
    CHECK(fault_of_head({{"Host", "a"}, {"Transfer-Encoding", "gzip"}, {"Content-Length", "5"}}, 1) == 400);
    CHECK(fault_of_head({{"Host", "a"}, {"Transfer-Encoding", "chunked"}}, 0) == 400);
}

TEST_CASE("a target with scheme and host is the same as one without") {
    CHECK(target_on_this_host("/a?b") == "/a?b");
    CHECK(target_on_this_host("http://ocop.vn/a?b") == "/a?b");
    CHECK(target_on_this_host("HTTPS://ocop.vn:8443/a") == "/a");
    CHECK(target_on_this_host("http://ocop.vn") == "/");
    CHECK(target_on_this_host("*") == "*");
}

TEST_CASE("a part of a file is given as it was asked for") {
    const HttpAnswer answer{.headers = {{"ETag", "\"1\""}}, .file = "/any"};
    const auto asked = [&](const char* range, const char* condition = "", const char* method = "GET") {
        HttpRequest request;
        request.method = method;
        request.headers["range"] = range;
        if (*condition) request.headers["if-range"] = condition;
        const auto portion = portion_asked(request, answer, 1000);
        return std::to_string(portion.status) + " " + std::to_string(portion.first) + "+" +
               std::to_string(portion.count) + " " + portion.content_range;
    };
    CHECK(asked("bytes=0-99") == "206 0+100 bytes 0-99/1000");
    CHECK(asked("bytes=900-") == "206 900+100 bytes 900-999/1000");
    CHECK(asked("bytes=900-5000") == "206 900+100 bytes 900-999/1000");
    CHECK(asked("bytes=-100") == "206 900+100 bytes 900-999/1000");
    CHECK(asked("bytes=-5000") == "206 0+1000 bytes 0-999/1000");
    CHECK(asked("bytes=0-99", "\"1\"") == "206 0+100 bytes 0-99/1000");
    CHECK(asked("bytes=1000-") == "416 0+0 bytes */1000");
    CHECK(asked("bytes=-0") == "416 0+0 bytes */1000");
    for (const auto* whole : {"", "bytes=", "bytes=a-b", "bytes=5-1", "bytes=0-1,5-6", "lines=0-9", "bytes=-"})
        CHECK(asked(whole) == "200 0+1000 ");
    CHECK(asked("bytes=0-99", "\"2\"") == "200 0+1000 ");
    CHECK(asked("bytes=0-99", "W/\"1\"") == "200 0+1000 ");
    CHECK(asked("bytes=0-99", "", "POST") == "200 0+1000 ");
}

TEST_CASE("an answer's head has its status, its headers and its date, and no header within a header") {
    const HttpAnswer answer{.type = "text/plain", .headers = {{"Location", "/a\r\nSet-Cookie: x=1"}}};
    CHECK(head_text(answer, {.status = 307, .length = 3, .keeps = true, .day = http_day(784111777)}) ==
          "HTTP/1.1 307 Temporary Redirect\r\nContent-Type: text/plain\r\nLocation: /a\r\nContent-Length: 3\r\n"
          "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n");
    CHECK(head_text({.type = ""}, {.status = 204, .length = {}}) ==
          "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
}
