#include "store/desk_store.h"

namespace temsao::store {
namespace {

// Undoes what was begun, unless it was ended, also when an exception passes.
class Begun {
public:
    explicit Begun(SqlConnection& connection) : connection_(&connection) {}

    ~Begun() {
        if (connection_) connection_->undo();
    }

    Begun(const Begun&) = delete;
    Begun& operator=(const Begun&) = delete;

    Outcome commit() { return std::exchange(connection_, nullptr)->commit(); }

private:
    SqlConnection* connection_;
};

} // namespace

Result<std::unique_ptr<DeskStore>> DeskStore::open(const std::filesystem::path& home, const std::string& store) {
    auto connection = TRY(store.empty() ? open_sqlite_sql(home) : open_postgres_sql(store));
    return std::unique_ptr<DeskStore>(new DeskStore(std::move(connection)));
}

Outcome DeskStore::together(const std::function<Outcome(Sql&)>& steps) {
    const Lock lock(mutex_);
    TRY(connection_->begin());
    Begun begun(*connection_);
    TRY(steps(*connection_));
    return begun.commit();
}

Outcome DeskStore::answers() {
    TRY(run("SELECT count(*) FROM account WHERE name = ''", {}));
    return done;
}

Result<std::vector<Sql::Row>> DeskStore::run(const std::string& sql, const std::vector<std::string>& values) {
    const Lock lock(mutex_);
    return connection_->run(sql, values);
}

} // namespace temsao::store
