// SPDX-License-Identifier: MIT
// Pictures of the session: added by a worker, decoded for the eyes.
#include "session/project_edit.hpp"
#include "session/session_implementation.hpp"

#include <algorithm>
#include <utility>

namespace jejaring::session {
namespace {

// The agreement, the visit and the stop that pictures are for; regions do not go.
bool stillThere(const core::Project& project, const PictureSubject& subject) {
    if (!subject.agreementId.empty() && core::findAgreement(project, subject.agreementId) == nullptr)
        return false;
    if (subject.visitId.empty())
        return true;
    const core::Visit* visit = core::findVisit(project, subject.visitId);
    return visit != nullptr &&
           (subject.stop == 0 || std::any_of(visit->stops.begin(), visit->stops.end(),
                                             [&](const core::Stop& stop) { return stop.sequence == subject.stop; }));
}

} // namespace

PictureCache& Session::pictures() {
    return implementation_->pictures;
}

void Session::addPictures(std::vector<std::string> paths, const PictureSubject& subject) {
    if (!project() || paths.empty())
        return;
    if (readOnly() != ReadOnly::no) {
        notify(readOnlyReason());
        return;
    }
    struct Read {
        std::vector<TakenPicture> pictures;
        std::vector<core::Message> messages;
    };
    implementation_->queue.start(
        core::note(JEJARING_TR("Reading pictures")),
        [this, paths = std::move(paths), subject,
         document = implementation_->document](TaskContext& context) -> TaskQueue::Completion {
            auto read = std::make_shared<Read>();
            for (std::size_t i = 0; i < paths.size(); ++i) {
                if (!context.report(static_cast<double>(i) / static_cast<double>(paths.size())))
                    return [] {}; // cancelled: the project stays as it was
                core::Result<TakenPicture> taken = takePicture(paths[i]);
                for (const core::Message& message : taken.messages())
                    read->messages.push_back(message);
                if (taken)
                    read->pictures.push_back(std::move(taken).value());
            }
            return [this, read, subject, document] {
                implementation_->notifyAll(read->messages);
                if (document != implementation_->document || read->pictures.empty())
                    return; // another project was opened meanwhile
                if (!stillThere(*project(), subject)) {
                    notify(core::warning(JEJARING_TR("What the pictures were for is gone: they were not added.")));
                    return;
                }
                const std::size_t count = read->pictures.size();
                core::Message label =
                    count == 1 ? core::note(JEJARING_TR("Add a picture"))
                               : core::note(JEJARING_TR("Add {0} {0:picture|pictures}"), {std::to_string(count)});
                changeProject(std::move(label), [&](core::Project& project) {
                    for (TakenPicture& taken : read->pictures) {
                        core::Picture picture;
                        picture.id = newId(project, RecordKind::picture);
                        picture.region = subject.region;
                        picture.agreementId = subject.agreementId;
                        picture.visitId = subject.visitId;
                        picture.stop = subject.stop;
                        picture.mediaType = taken.mediaType;
                        picture.bytes = std::move(taken.bytes);
                        put(project, std::move(picture));
                    }
                });
            };
        });
}

} // namespace jejaring::session
