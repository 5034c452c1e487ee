// SPDX-License-Identifier: MIT
#include "data/project/recovery.hpp"

#include "data/clock.hpp"
#include "data/file_io.hpp"
#include "data/project/project_lock.hpp"
#include "data/project/project_store.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <filesystem>

#include <unistd.h>

namespace jejaring::data {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCopy = "copy.jejaring.gpkg";
constexpr const char* kAbout = "about.json";

core::Outcome writeText(const std::string& path, const std::string& text) {
    const std::span<const std::byte> bytes = std::as_bytes(std::span(text.data(), text.size()));
    return writeWholeFile(path, std::span(&bytes, 1));
}

} // namespace

struct RecoveryCopy::Implementation {
    std::string parent;
    std::string folder; // made by the first save
    ProjectLock lock;   // of the copy, held as long as the window lives

    core::Outcome makeFolder() {
        if (!folder.empty())
            return core::Nothing{};
        static std::atomic<unsigned> count{0};
        std::error_code failure;
        fs::create_directories(parent, failure);
        // Numbers of processes come again; a folder that is there belongs to a window that is gone.
        for (int attempt = 0; attempt < 1000; ++attempt) {
            const fs::path candidate = fs::path(parent) / (std::to_string(::getpid()) + '-' + std::to_string(count++));
            if (!fs::create_directory(candidate, failure)) {
                if (failure)
                    break;
                continue;
            }
            fs::permissions(candidate, fs::perms::owner_all, failure); // what is not saved is nobody else's matter
            lock = ProjectLock::acquire((candidate / kCopy).string());
            folder = candidate.string();
            return core::Nothing{};
        }
        return core::error(core::ErrorCode::permissionDenied, JEJARING_TR("No permission to write {0}"), {parent});
    }
};

RecoveryCopy::RecoveryCopy(std::string recoveryFolder) : implementation_(std::make_unique<Implementation>()) {
    implementation_->parent = std::move(recoveryFolder);
}

RecoveryCopy::~RecoveryCopy() {
    // A folder without a copy is of no use to anybody.
    if (!implementation_->folder.empty() && !fs::exists(fs::path(implementation_->folder) / kCopy))
        clear();
}

core::Result<core::Project> RecoveryCopy::takeOver(const AbandonedCopy& abandoned) {
    const std::string& name = abandoned.title.empty() ? abandoned.folder : abandoned.title;
    ProjectLock lock = ProjectLock::acquire((fs::path(abandoned.folder) / kCopy).string());
    if (lock.state() == ProjectLock::State::taken)
        return core::error(core::ErrorCode::locked, JEJARING_TR("Another window has restored the copy of {0}."),
                           {name});
    std::error_code ignored;
    if (!fs::exists(fs::path(abandoned.folder) / kCopy, ignored))
        return core::error(core::ErrorCode::notFound,
                           JEJARING_TR("The copy of {0} is gone: another window has restored or discarded it."),
                           {name});
    core::Result<core::Project> project = readCopy(abandoned);
    if (!project)
        return project;
    clear();
    implementation_->folder = abandoned.folder;
    implementation_->lock = std::move(lock);
    return project;
}

core::Outcome RecoveryCopy::save(const core::Project& project, const std::string& projectPath) {
    if (core::Outcome made = implementation_->makeFolder(); !made)
        return made;
    const fs::path folder = implementation_->folder;
    // What it is a copy of comes first: a copy without that could not be put back where it belongs.
    const nlohmann::json about{{"project", projectPath}, {"title", project.title}, {"written", nowInUtc()}};
    const std::string text = about.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
    if (core::Outcome written = writeText((folder / kAbout).string(), text); !written)
        return written;
    return saveProject(project, (folder / kCopy).string());
}

void RecoveryCopy::clear() {
    if (implementation_->folder.empty())
        return;
    std::error_code ignored;
    fs::remove_all(implementation_->folder, ignored);
    implementation_->lock = {};
    implementation_->folder.clear();
}

std::vector<AbandonedCopy> abandonedCopies(const std::string& recoveryFolder) {
    std::vector<AbandonedCopy> copies;
    std::error_code failure;
    for (const fs::directory_entry& entry : fs::directory_iterator(recoveryFolder, failure)) {
        const fs::path copy = entry.path() / kCopy;
        std::error_code ignored;
        if (!fs::exists(copy, ignored) || ProjectLock::acquire(copy.string()).state() != ProjectLock::State::held)
            continue;
        AbandonedCopy found;
        found.folder = entry.path().string();
        const core::Result<std::string> text = readWholeFile((entry.path() / kAbout).string());
        const nlohmann::json about = text ? nlohmann::json::parse(text.value(), nullptr, false)
                                          : nlohmann::json(nlohmann::json::value_t::discarded);
        if (about.is_object()) {
            const auto value = [&about](const char* key) {
                const auto at = about.find(key);
                return at != about.end() && at->is_string() ? at->get<std::string>() : std::string();
            };
            found.projectPath = value("project");
            found.title = value("title");
            found.written = value("written");
        }
        copies.push_back(std::move(found));
    }
    std::sort(copies.begin(), copies.end(),
              [](const AbandonedCopy& a, const AbandonedCopy& b) { return a.written > b.written; });
    return copies;
}

core::Result<core::Project> readCopy(const AbandonedCopy& copy) {
    return openProject((fs::path(copy.folder) / kCopy).string());
}

void discardCopy(const AbandonedCopy& copy) {
    const ProjectLock lock = ProjectLock::acquire((fs::path(copy.folder) / kCopy).string());
    if (lock.state() == ProjectLock::State::taken)
        return;
    std::error_code ignored;
    fs::remove_all(copy.folder, ignored);
}

} // namespace jejaring::data
