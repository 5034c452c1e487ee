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
    host.change = [this](core::Message label, const std::function<void(core::Project&)>& edit) {
        return changeProject(std::move(label), edit, "");
    };
    host.notify = [this](core::Message message) { notify(std::move(message)); };
    host.changed = [this] { changed = true; };
    return host;
}

ImportSession& Session::imports() {
    return implementation_->imports;
}

} // namespace jejaring::session
