// SPDX-License-Identifier: MIT
#include "session/page_run.hpp"

#include "core/reason.hpp"
#include "core/version.hpp"
#include "data/atomic_folder.hpp"
#include "session/page_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>
#include <utility>

namespace jejaring::session {
namespace {

core::Message cancelled(const std::string& path) {
    return core::error(core::ErrorCode::cancelled, JEJARING_TR("Cancelled; {0} was not written."), {path});
}

std::string_view endingOf(PictureFormat format) {
    switch (format) {
    case PictureFormat::png:
        return ".png";
    case PictureFormat::pdf:
        return ".pdf";
    case PictureFormat::svg:
        return ".svg";
    case PictureFormat::pptx:
        break;
    }
    return ".pptx";
}

bool sameText(const core::Message& a, const core::Message& b) {
    return a.id == b.id && a.arguments == b.arguments;
}

void addOnce(std::vector<core::Message>& messages, const core::Message& message) {
    if (std::none_of(messages.begin(), messages.end(), [&](const auto& each) { return sameText(each, message); }))
        messages.push_back(message);
}

// Composes the pages of a run in order on a thread of its own, one ahead of the page that is asked for.
class PageAhead {
  public:
    explicit PageAhead(const PageRun& run) : run_(run), thread_([this](const std::stop_token& stop) { work(stop); }) {}

    // The next page.
    core::Result<ComposedPage> take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return ready_.has_value(); });
        core::Result<ComposedPage> page = std::move(*ready_);
        ready_.reset();
        changed_.notify_all();
        return page;
    }

  private:
    void work(const std::stop_token& stop) {
        for (std::size_t i = 0; i < run_.names.size(); ++i) {
            {
                std::unique_lock lock(mutex_);
                if (!changed_.wait(lock, stop, [this] { return !ready_; }))
                    return;
            }
            core::Result<ComposedPage> page = compose(i);
            const bool failed = !page;
            const std::lock_guard lock(mutex_);
            ready_ = std::move(page);
            changed_.notify_all();
            if (failed)
                return; // nobody asks for more
        }
    }
    [[nodiscard]] core::Result<ComposedPage> compose(std::size_t number) const {
        try {
            core::Result<ExportRequest> request = run_.request(number);
            if (!request)
                return failure(number, request.messages());
            if (const core::Outcome size = checkPageSize(request.value()); !size)
                return failure(number, size.messages());
            std::vector<core::Message> messages = request.messages();
            ComposedPage page = composePage(std::move(request.value()));
            for (core::Message& warning : lackingLetters(page))
                messages.push_back(std::move(warning));
            return {std::move(page), std::move(messages)};
        } catch (const std::exception& exception) {
            return core::error(core::ErrorCode::internal, JEJARING_TR("Something went wrong inside the program: {0}"),
                               {core::thrownReason(exception)});
        }
    }
    // Which page it was comes first.
    [[nodiscard]] core::Result<ComposedPage> failure(std::size_t number, std::vector<core::Message> messages) const {
        const auto first = std::find_if(messages.begin(), messages.end(),
                                        [](const auto& each) { return each.severity == core::Severity::error; });
        messages.insert(
            first, core::error(first->code, JEJARING_TR("The page {0} cannot be made."), {run_.names[number].name}));
        return core::Result<ComposedPage>::failure(std::move(messages));
    }

    const PageRun& run_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<core::Result<ComposedPage>> ready_;
    std::jthread thread_; // last, so that it ends before what it uses
};

// One run on its way into its target.
class PageWriting {
  public:
    PageWriting(const PageRun& run, const PageTarget& target, const std::string& shaderFolder,
                const std::function<bool(const PageProgress&)>& progress)
        : run_(run), target_(target), shaderFolder_(shaderFolder), progress_(progress), ahead_(run) {}

    core::Outcome write() {
        core::Outcome outcome = target_.folder                          ? writeFolder()
                                : target_.format == PictureFormat::pptx ? writePptx()
                                                                        : writePdf();
        if (!outcome && outcome.error().code == core::ErrorCode::cancelled)
            return cancelled(target_.path);
        for (const core::Message& warning : warnings_)
            outcome.add(warning);
        return outcome;
    }

  private:
    [[nodiscard]] bool report(std::size_t page, double ofPage) const {
        const auto count = static_cast<double>(run_.names.size());
        const PageProgress state{std::min((static_cast<double>(page) + ofPage) / count, 1.0), page + 1,
                                 run_.names.size(), run_.names[page].name};
        return !progress_ || progress_(state);
    }
    // The next page, whose warnings are kept.
    core::Result<ComposedPage> take(std::size_t number) {
        if (!report(number, 0))
            return cancelled(target_.path);
        core::Result<ComposedPage> page = ahead_.take();
        if (page)
            for (const core::Message& warning : page.messages())
                addOnce(warnings_, warning);
        return page;
    }
    // The progress that documents report, 0..1 of all.
    [[nodiscard]] std::function<bool(double)> documentProgress() const {
        return [this](double done) {
            const double pages = done * static_cast<double>(run_.names.size());
            const std::size_t page = std::min(static_cast<std::size_t>(pages), run_.names.size() - 1);
            return report(page, pages - static_cast<double>(page));
        };
    }

    core::Outcome writePdf() {
        core::Result<ComposedPage> first = take(0);
        if (!first)
            return core::Outcome::failure(first.messages());
        publish::PdfOptions options;
        options.overwrite = target_.overwrite;
        options.info = documentInfo(first.value());
        // What is the first page's own does not hold for all.
        std::erase_if(options.info.texts,
                      [](const auto& text) { return text.first != "Software" && text.first != "Copyright"; });
        if (!run_.title.empty())
            options.info.texts.emplace_back("Title", run_.title);
        options.vectors = vectorOptions(first.value().request);
        const auto page = [&](std::size_t number) -> core::Result<publish::PdfPage> {
            core::Result<ComposedPage> composed = number == 0 ? std::move(first) : take(number);
            if (!composed)
                return core::Result<publish::PdfPage>::failure(composed.messages());
            publish::PdfPage made = pdfPageOf(std::move(composed).value());
            made.bookmark = run_.names[number].name;
            made.chapter = run_.names[number].chapter;
            made.label = run_.names[number].label;
            return made;
        };
        return publish::writePdf({run_.names.size(), page}, target_.path, options, documentProgress());
    }

    core::Outcome writePptx() {
        core::Result<ComposedPage> first = take(0);
        if (!first)
            return core::Outcome::failure(first.messages());
        const ExportRequest& request = first.value().request;
        publish::PptxOptions options;
        options.overwrite = target_.overwrite;
        options.theme = request.look.theme;
        options.language = request.look.language;
        options.title = run_.title;
        const scene::PictureTexts texts = textsShown(first.value());
        options.subject = texts.subtitle;
        options.description = texts.source;
        if (run_.names.size() > 1) {
            options.subject.clear();
            options.description = text::translate(
                request.look.language,
                JEJARING_TR("Page 1: {0} Each page states its own at its foot and in its notes."), {texts.source});
        }
        options.date = request.map->today;
        publish::SlideSource slides;
        slides.count = run_.names.size();
        slides.slide = [&](std::size_t number) -> core::Result<publish::Slide> {
            core::Result<ComposedPage> composed = number == 0 ? std::move(first) : take(number);
            if (!composed)
                return core::Result<publish::Slide>::failure(composed.messages());
            return slideOf(std::move(composed).value());
        };
        return publish::writePptx(slides, target_.path, options, documentProgress());
    }

    core::Outcome writeFolder() {
        core::Result<data::AtomicFolder> made = data::AtomicFolder::create(target_.path, target_.overwrite);
        if (!made)
            return core::Outcome::failure(made.messages());
        data::AtomicFolder& folder = made.value();
        core::Result<Canvas> canvas =
            target_.format == PictureFormat::png ? makeCanvas(shaderFolder_) : core::Result<Canvas>(Canvas{});
        if (!canvas)
            return core::Outcome::failure(canvas.messages());
        for (std::size_t i = 0; i < run_.names.size(); ++i) {
            core::Result<ComposedPage> page = take(i);
            if (!page)
                return core::Outcome::failure(page.messages());
            page.value().request.path =
                fmt::format("{}/{}{}", folder.path(), run_.names[i].file, endingOf(target_.format));
            page.value().request.overwrite = false;
            const core::Outcome written =
                writePage(std::move(page).value(), &canvas.value(), [this, i](double done) { return report(i, done); });
            if (!written)
                return core::Outcome::failure(named(written.messages(), folder.path()));
            if (canvas.value().renderer)
                canvas.value().renderer->trim();
        }
        return folder.commit();
    }
    // Files by the names that they were to have.
    [[nodiscard]] std::vector<core::Message> named(std::vector<core::Message> messages, const std::string& from) const {
        for (core::Message& message : messages)
            for (std::string& argument : message.arguments)
                if (argument.starts_with(from))
                    argument = (std::filesystem::path(target_.path) / argument.substr(from.size() + 1)).string();
        return messages;
    }

    const PageRun& run_;
    const PageTarget& target_;
    const std::string& shaderFolder_;
    const std::function<bool(const PageProgress&)>& progress_;
    std::vector<core::Message> warnings_;
    PageAhead ahead_;
};

// What the arguments alone tell, before any work is done.
core::Outcome check(const PageRun& run, const PageTarget& target) {
    if (run.names.empty())
        return core::error(core::ErrorCode::invalidArgument, JEJARING_TR("There is no page to write to {0}."),
                           {target.path});
    std::error_code ignored;
    if (!target.folder && !target.overwrite && std::filesystem::exists(target.path, ignored))
        return core::error(core::ErrorCode::alreadyExists, JEJARING_TR("{0} exists already"), {target.path});
    return core::Nothing{};
}

} // namespace

core::Result<PageTarget> pageTargetOf(std::string_view path, PictureFormat format) {
    PageTarget target{std::string(path), format, true, false};
    const std::optional<PictureFormat> named = pictureFormatOf(path);
    if (!named)
        return target;
    if (*named != PictureFormat::pdf && *named != PictureFormat::pptx)
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("{0} holds one page only: write a .pdf or .pptx file, or a folder, whose name "
                                       "ends in a slash."),
                           {std::string(path)});
    target.format = *named;
    target.folder = false;
    return target;
}

core::Message progressMessage(const PageProgress& progress) {
    return core::note(JEJARING_TR("{0} of {1} · {2}"),
                      {std::to_string(progress.page), std::to_string(progress.count), std::string(progress.name)});
}

core::Outcome writePages(const PageRun& run, const PageTarget& target, const std::string& shaderFolder,
                         const std::function<bool(const PageProgress&)>& progress) {
    if (core::Outcome checked = check(run, target); !checked)
        return checked;
    return PageWriting(run, target, shaderFolder, progress).write();
}

} // namespace jejaring::session
