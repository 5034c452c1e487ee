// SPDX-License-Identifier: MIT
// The files of a session: opening and saving projects, and what keeps them safe meanwhile.
#include "session/session_implementation.hpp"

#include "core/reason.hpp"
#include "data/file_io.hpp"
#include "data/project/project_store.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace jejaring::session {
namespace {

using LockState = data::ProjectLock::State;

std::string fileName(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

// "siti on laptop-7, process 4711", as far as it is known.
std::string nameOf(const std::optional<data::ProjectLock::Holder>& holder) {
    if (!holder)
        return "?";
    return holder->user + '@' + holder->host + " (" + holder->process + ')';
}

bool sameFile(const std::string& a, const std::string& b) {
    std::error_code failure;
    return a == b || (!a.empty() && !b.empty() && std::filesystem::equivalent(a, b, failure));
}

} // namespace

void Session::Implementation::startOpening(core::Message name, std::function<core::Result<core::Project>()> open,
                                           const std::string& path, const std::shared_ptr<data::RecoveryCopy>& copy,
                                           bool quietly) {
    const std::uint64_t request = ++projectRequest;
    opening = {true, std::nullopt};
    const bool keepLock = lock.state() == LockState::held && sameFile(path, projectPath);
    queue.start(
        std::move(name),
        [this, request, path, keepLock, copy, quietly, open = std::move(open)](TaskContext&) -> TaskQueue::Completion {
            auto opened = std::make_shared<Opened>(Opened{request, path, core::Project{}, {}, {}, copy, quietly});
            if (!keepLock)
                opened->lock = path.empty() ? data::ProjectLock() : data::ProjectLock::acquire(path);
            if (opened->lock && opened->lock->state() == LockState::held)
                data::removePartialFiles(path);
            // Taken first: what changes while it is read is noticed later.
            opened->stamp = data::stampOf(path);
            try {
                opened->project = open();
            } catch (const std::exception& failure) { // out of memory, for one: the window must not wait for ever
                opened->project = core::error(core::ErrorCode::internal, JEJARING_TR("{0} could not be read: {1}"),
                                              {path, core::thrownReason(failure)});
            }
            return [this, opened] { takeProject(*opened); };
        });
}

void Session::Implementation::takeProject(Opened& opened) {
    if (opened.request != projectRequest)
        return;
    opening.running = false;
    changed = true;
    if (!opened.project)
        opening.failure = opened.project.error();
    if (opened.project || !opened.quietly)
        notifyAll(opened.project.messages());
    if (!opened.project) {
        if (!opened.path.empty() && !opened.copy && opened.project.error().code == core::ErrorCode::notFound) {
            forgetProject(settings, opened.path);
            writeSettings();
        }
        return;
    }
    const bool again = !opened.path.empty() && sameFile(opened.path, projectPath);
    projectPath = opened.path;
    document = opened.request;
    stamp = opened.stamp;
    changedOnDisk = false;
    if (opened.lock)
        lock = std::move(*opened.lock);
    judgeReadOnly(opened.project);
    auto project = std::make_shared<const core::Project>(std::move(opened.project).value());
    unmodified = opened.copy ? nullptr : project; // a copy holds what was never saved
    if (!projectPath.empty()) {
        rememberProject(settings, projectPath);
        writeSettings();
    }
    // What was chosen among the facts of another project means nothing in this one.
    State state;
    state.view.date = today;
    if (again) {
        state.view = history.present().view;
        state.view.filter = {};
        state.selection = history.present().selection;
    }
    state.view = scene::viewFor(*project, state.view);
    history.restart({std::move(state), project});
    if (!again) {
        ++begun;
        map = nullptr;
        useProjection();
    }
    if (opened.copy)
        autosaver.adopt(opened.copy);
    else
        keepCopy();
    watchFile();
    refreshMap();
    changed = true;
}

void Session::Implementation::judgeReadOnly(const core::Result<core::Project>& opened) {
    readOnly = ReadOnly::no;
    const auto newer = std::find_if(opened.messages().begin(), opened.messages().end(),
                                    [](const core::Message& m) { return m.code == core::ErrorCode::newerSchema; });
    if (newer != opened.messages().end()) {
        readOnly = ReadOnly::newerSchema;
        readOnlyReason =
            core::warning(JEJARING_TR("A newer version of Jejaring wrote {0}. It is read-only here, so that "
                                      "nothing is lost that this version does not understand."),
                          {fileName(projectPath)});
    } else if (lock.state() == LockState::taken) {
        readOnly = ReadOnly::openElsewhere;
        readOnlyReason = core::warning(JEJARING_TR("{0} is open in another window, of {1}. It is read-only here: to "
                                                   "change it, save it under another name."),
                                       {fileName(projectPath), nameOf(lock.holder())});
    } else if (lock.state() == LockState::failed) {
        readOnly = ReadOnly::noPermission;
        readOnlyReason = core::warning(JEJARING_TR("Nothing can be written to the folder of {0}. It is read-only here: "
                                                   "to change it, save it in another folder."),
                                       {fileName(projectPath)});
    }
    if (readOnly != ReadOnly::no && readOnly != ReadOnly::newerSchema) // opening said that already
        notify(readOnlyReason);
}

void Session::Implementation::startSaving(Save save) {
    if (history.project() == nullptr)
        return;
    if (saving) {
        waitingSaves.push_back(std::move(save));
        return;
    }
    const bool own = sameFile(save.path, projectPath);
    if (own && readOnly != ReadOnly::no) {
        notify(readOnlyReason);
        return;
    }
    saving = true;
    if (own)
        watch.rest(); // what this window writes is no news
    queue.start(
        core::note(JEJARING_TR("Saving {0}"), {fileName(save.path)}),
        [this, snapshot = history.project(), from = document, save, own, known = stamp,
         force = save.asOther](TaskContext&) {
            auto saved = std::make_shared<Saved>();
            saved->snapshot = snapshot;
            saved->document = from;
            saved->path = save.path;
            if (!own) {
                saved->lock = data::ProjectLock::acquire(save.path);
                if (saved->lock->state() == LockState::taken)
                    saved->outcome =
                        core::error(core::ErrorCode::locked, JEJARING_TR("{0} is open in another window, of {1}"),
                                    {fileName(save.path), nameOf(saved->lock->holder())});
            } else if (const auto now = data::stampOf(save.path); !force && now && known && now != known) {
                saved->changedOnDisk = true;
                return TaskQueue::Completion([this, saved] { takeSaved(*saved); });
            }
            if (saved->outcome)
                saved->outcome = data::saveProject(*snapshot, save.path,
                                                   save.overwrite ? data::Overwrite::yes : data::Overwrite::no);
            saved->stamp = data::stampOf(save.path);
            return TaskQueue::Completion([this, saved] { takeSaved(*saved); });
        },
        false);
}

void Session::Implementation::takeSaved(Saved& saved) {
    saving = false;
    if (saved.changedOnDisk) {
        ++refusedSaves;
        noticeDiskChange();
    } else {
        notifyAll(saved.outcome.messages());
        if (saved.outcome) {
            notify(core::note(JEJARING_TR("Saved as {0}."), {saved.path}));
            rememberProject(settings, saved.path);
            writeSettings();
            if (saved.document == document) { // else another project was opened meanwhile
                projectPath = saved.path;
                unmodified = saved.snapshot;
                stamp = saved.stamp;
                changedOnDisk = false;
                if (saved.lock) {
                    lock = std::move(*saved.lock);
                    readOnly = ReadOnly::no;
                }
                keepCopy();
            }
        }
    }
    watchFile();
    if (!waitingSaves.empty()) {
        Save next = std::move(waitingSaves.front());
        waitingSaves.erase(waitingSaves.begin());
        startSaving(std::move(next));
    }
    changed = true;
}

void Session::Implementation::keepCopy() {
    if (history.project() != nullptr && history.project() != unmodified)
        autosaver.keep(history.project(), projectPath);
    else
        autosaver.clear();
}

void Session::Implementation::lookForAbandoned() {
    if (installation.recovery.empty())
        return;
    quiet.start(core::note(""), [this, folder = installation.recovery](TaskContext&) -> TaskQueue::Completion {
        return [this, copies = data::abandonedCopies(folder)] {
            abandoned = copies;
            changed = true;
        };
    });
}

void Session::Implementation::watchFile() {
    if (!projectPath.empty() && stamp && !changedOnDisk)
        watch.follow(projectPath, *stamp);
    else
        watch.rest();
}

void Session::Implementation::noticeDiskChange() {
    if (changedOnDisk)
        return;
    changedOnDisk = true;
    watch.rest();
    changed = true;
}

ReadOnly Session::readOnly() const {
    return implementation_->readOnly;
}
const core::Message& Session::readOnlyReason() const {
    return implementation_->readOnlyReason;
}
bool Session::changedOnDisk() const {
    return implementation_->changedOnDisk;
}
std::uint64_t Session::refusedSaves() const {
    return implementation_->refusedSaves;
}
const std::vector<data::AbandonedCopy>& Session::abandonedCopies() const {
    return implementation_->abandoned;
}

void Session::lookAtDisk() {
    Implementation& inside = *implementation_;
    if (inside.projectPath.empty() || inside.lookingAtDisk || inside.saving || inside.changedOnDisk)
        return;
    inside.lookingAtDisk = true;
    inside.quiet.start(
        core::note(""),
        [&inside, path = inside.projectPath, known = inside.stamp](TaskContext&) -> TaskQueue::Completion {
            return [&inside, path, known, now = data::stampOf(path)] {
                inside.lookingAtDisk = false;
                // A file that is gone is no conflict: the next save makes it again.
                if (path == inside.projectPath && known == inside.stamp && !inside.saving && now && known &&
                    now != known)
                    inside.noticeDiskChange();
            };
        });
}

void Session::reloadProject() {
    if (!projectPath().empty())
        openProject(projectPath());
}

void Session::keepOwnVersion() {
    implementation_->changedOnDisk = false;
    implementation_->stamp = data::stampOf(projectPath());
    implementation_->watchFile();
    // It is not what the file holds, however it came here.
    implementation_->unmodified = nullptr;
    implementation_->keepCopy();
    implementation_->changed = true;
}

void Session::restoreCopy(const data::AbandonedCopy& copy) {
    // The copy is this window's from here on: it is kept up to date, and goes when what it holds was saved.
    const auto own = std::make_shared<data::RecoveryCopy>(implementation_->installation.recovery);
    implementation_->startOpening(
        core::note(JEJARING_TR("Restoring {0}"), {copy.projectPath.empty() ? copy.title : fileName(copy.projectPath)}),
        [copy, own] { return own->takeOver(copy); }, copy.projectPath, own);
    std::erase_if(implementation_->abandoned,
                  [&copy](const data::AbandonedCopy& c) { return c.folder == copy.folder; });
}

void Session::discardCopy(const data::AbandonedCopy& copy) {
    implementation_->quiet.start(core::note(""), [copy](TaskContext&) -> TaskQueue::Completion {
        data::discardCopy(copy);
        return {};
    });
    std::erase_if(implementation_->abandoned,
                  [&copy](const data::AbandonedCopy& c) { return c.folder == copy.folder; });
    implementation_->changed = true;
}

void Session::forgetChanges() {
    implementation_->autosaver.clear();
    implementation_->autosaver.finish();
}

} // namespace jejaring::session
