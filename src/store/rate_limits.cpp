#include "store/rate_limits.h"

#include "store/sql.h"

namespace temsao::store {

Result<std::int64_t> count_requests(Sql& sql, const std::string& who, std::int64_t minute, int requests) {
    const auto used = TRY(sql.run("INSERT INTO allowance(who, minute, used) VALUES (?,?,?) ON CONFLICT (who, minute)"
                                  " DO UPDATE SET used = allowance.used + excluded.used RETURNING used",
                                  {who, std::to_string(minute), std::to_string(requests)}));
    return as_number(used.front()[0]);
}

Outcome forget_requests_before(Sql& sql, std::int64_t minute) {
    TRY(sql.run("DELETE FROM allowance WHERE minute < ?", {std::to_string(minute)}));
    return done;
}

} // namespace temsao::store
