// SPDX-License-Identifier: MIT
#include "session/session_implementation.hpp"

namespace jejaring::session {

ImportHost Session::Implementation::importHost() {
    ImportHost host;
    host.project = [this] { return history.project(); };
    host.regions = [this] {
        return source.geometry == nullptr
                   ? nullptr
                   : std::shared_ptr<const core::RegionCatalog>(source.geometry, &source.geometry->catalog());
    };
    host.readOnly = [this]() -> const core::Message* { return readOnly == ReadOnly::no ? nullptr : &readOnlyReason; };
    host.replace = [this](core::Message label, std::shared_ptr<const core::Project> next) {
        return replaceProject(std::move(next), std::move(label), "");
    };
    host.letGo = [this](std::shared_ptr<const void> large) { letGo(std::move(large)); };
    host.notify = [this](core::Message message) { notify(std::move(message)); };
    host.changed = [this] { changed = true; };
    return host;
}

ImportSession& Session::imports() {
    return implementation_->imports;
}

} // namespace jejaring::session
