// SPDX-License-Identifier: MIT
#include "ui/application.hpp"

#include "data/project/project_store.hpp"
#include "render/context.hpp"
#include "render/renderer.hpp"
#include "render/window_input.hpp"
#include "ui/commands.hpp"
#include "ui/dialog/dialogs.hpp"
#include "ui/dialog/disk_change.hpp"
#include "ui/form/form.hpp"
#include "ui/form/picture_form.hpp"
#include "ui/panel/bottom_panel.hpp"
#include "ui/panel/details_panel.hpp"
#include "ui/panel/left_panel.hpp"
#include "ui/panel/map_canvas.hpp"
#include "ui/panel/map_panel.hpp"
#include "ui/panel/presentation.hpp"
#include "ui/panel/search_palette.hpp"
#include "ui/panel/slide_show.hpp"
#include "ui/panel/status_bar.hpp"
#include "ui/panel/top_bar.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/layout.hpp"
#include "ui/widget/other_letters.hpp"
#include "ui/widget/picture_textures.hpp"
#include "ui/widget/state_file.hpp"
#include "ui/widget/turns.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <deque>
#include <filesystem>

namespace jejaring::ui {
namespace {

// Frames drawn after an event: ImGui lays out what a click opened in one, and sizes it in the next.
constexpr int kFramesAfterEvent = 3;

double secondsNow() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

class ImGuiContextHandle {
  public:
    explicit ImGuiContextHandle(GLFWwindow* window) {
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.LogFilename = nullptr;
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        // A blinking cursor would keep the program awake.
        io.ConfigInputTextCursorBlink = false;
        startBackends(window);
    }
    ~ImGuiContextHandle() {
        stopBackends();
        ImGui::DestroyContext();
    }
    ImGuiContextHandle(const ImGuiContextHandle&) = delete;
    ImGuiContextHandle& operator=(const ImGuiContextHandle&) = delete;
};

class Application {
  public:
    Application(const LaunchOptions& options, session::Session& session, render::WindowContext& context,
                render::Renderer& renderer, std::shared_ptr<const text::FontSet> fonts)
        : options_(options), session_(session), context_(context), input_(context.window()), imgui_(context.window()),
          renderer_(renderer), shapedFonts_(std::move(fonts)), probe_(!options.uiStateFile.empty()), canvas_(renderer),
          bottom_(std::make_unique<BottomPanel>(renderer)), dialogs_(renderer), show_(renderer) {
        window_.pictureTextures = std::make_shared<PictureTextures>();
    }

    core::Outcome loop();

  private:
    core::Outcome prepareScale();
    core::Outcome frame();
    void editing(Interface& ui);
    void tabs(Interface& ui);
    void panels(Interface& ui, const Layout& layout);
    void wait();
    void takeDropped();
    void beginAnew();
    void title();
    void rememberWindow();

    const LaunchOptions& options_;
    session::Session& session_;
    render::WindowContext& context_;
    render::WindowInput input_;
    ImGuiContextHandle imgui_;
    render::Renderer& renderer_;
    std::shared_ptr<const text::FontSet> shapedFonts_;
    std::deque<render::InputEvent> events_;
    WindowState window_;
    Probe probe_;
    Turns turns_;
    Palette palette_;
    Fonts fonts_;
    float unit_ = 0;
    float density_ = 0;
    std::size_t lettersBuilt_ = 0; // of those that were noted, how many the fonts were built with
    std::optional<scene::Theme> styledTheme_;
    std::string shownTitle_;
    render::WindowSize size_;

    MapCanvas canvas_;
    MapPanel map_;
    TopBar top_;
    LeftPanel left_;
    DetailsPanel details_;
    std::unique_ptr<BottomPanel> bottom_; // of the project that is open
    SearchPalette search_;
    Dialogs dialogs_;
    SlideShow show_;
};

core::Outcome Application::prepareScale() {
    size_ = render::windowSize(context_.window());
    const float density =
        size_.width > 0 ? static_cast<float>(size_.framebufferWidth) / static_cast<float>(size_.width) : 1.0F;
    // A screen is presented to people who sit further away than its user: what is written grows with it.
    const double presented = (window_.presentation || window_.show.running)
                                 ? std::clamp(std::min(size_.width / 1600.0, size_.height / 900.0), 1.0, 2.5)
                                 : 1.0;
    const float unit = static_cast<float>(session_.settings().interfaceScale * presented * size_.contentScale) /
                       std::max(0.25F, density);
    const bool scaled = unit != unit_ || density != density_;
    if (scaled || lettersBuilt_ != notedLetters().size()) {
        unit_ = unit;
        density_ = density;
        lettersBuilt_ = notedLetters().size();
        core::Result<Fonts> fonts = buildFonts(unit_, density_, *shapedFonts_, notedLetters());
        if (!fonts)
            return core::Outcome::failure(fonts.messages());
        fonts_ = fonts.value();
        rebuildFontTexture();
    }
    if (scaled || styledTheme_ != session_.settings().theme) {
        styledTheme_ = session_.settings().theme;
        palette_ = paletteOf(*styledTheme_);
        applyStyle(palette_, unit_);
    }
    return core::Nothing{};
}

void Application::title() {
    std::string title = "Jejaring";
    if (const auto& project = session_.project(); project && !project->title.empty())
        title = project->title + " · Jejaring";
    if (session_.modified())
        title = "• " + title;
    if (title != shownTitle_) {
        render::setWindowTitle(context_.window(), title);
        shownTitle_ = title;
    }
}

void Application::panels(Interface& ui, const Layout& layout) {
    if (!window_.presentation) {
        top_.draw(ui, layout.top);
        if (layout.bar.height > 0)
            drawDiskChangeBar(ui, layout.bar);
        if (layout.left.width > 0)
            left_.draw(ui, layout.left);
        if (layout.right.width > 0)
            details_.draw(ui, layout.right);
        if (layout.bottom.height > 0)
            bottom_->draw(ui, layout.bottom);
        drawStatusBar(ui, layout.status);
        drawSplitters(ui, layout);
    } else {
        drawPresentationFooter(ui, layout.footer);
    }
    takeDroppedPictures(ui);
    drawNotices(ui, layout.window);
    search_.draw(ui, layout.window, window_.presentation ? Area{} : top_.searchField());
    dialogs_.draw(ui, layout.window, static_cast<double>(density_));
    goOnAfterSaving(ui);
}

// The map and what is around it.
void Application::editing(Interface& ui) {
    askForDetails(ui);
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const Layout layout = layoutOf(ui, size.x, size.y);
    if (!window_.presentation)
        window_.areas = {static_cast<double>(layout.left.width), static_cast<double>(layout.right.width),
                         static_cast<double>(layout.bottom.height)};
    window_.map = layout.map;
    window_.mapFrame = {0, 0, static_cast<double>(layout.map.width), static_cast<double>(layout.map.height)};
    map_.moveCamera(ui);
    const unsigned texture = canvas_.texture(ui, static_cast<double>(density_), map_.keepClear(ui));
    map_.draw(ui, texture);
    panels(ui, layout);
}

// Forms and dialogs keep ImGui's way, which goes from field to field.
void Application::tabs(Interface& ui) {
    const bool free = window_.dialog == Dialog::none && !window_.searchOpen && !window_.show.running &&
                      !window_.popupOpen && !window_.placeWanted && !controlDown() && !altDown();
    const bool asked = free && keyPressed(Key::tab, true);
    window_.tabs.begin(asked ? (shiftDown() ? -1 : 1) : 0);
    if (asked)
        ui.keepMoving();
}

core::Outcome Application::frame() {
    if (core::Outcome prepared = prepareScale(); !prepared)
        return prepared;
    beginAnew();
    window_.controlsBefore.swap(window_.controls);
    window_.controls.clear();
    window_.wakeAt.reset();
    window_.pictureTextures->begin();
    window_.pictureTextures->trim();
    if (window_.framesWanted > 0)
        --window_.framesWanted;
    backendNewFrame();
    feedInput(events_);
    ImGui::NewFrame();
    probe_.begin();
    Interface ui{session_, options_.installation, shapedFonts_, palette_, fonts_, unit_, secondsNow(), window_, probe_};
    tabs(ui);
    runShortcuts(ui);
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    if (window_.show.running) {
        show_.draw(ui, {0, 0, size.x, size.y}, static_cast<double>(density_));
    } else {
        show_.stop();
        editing(ui);
    }
    window_.popupOpen = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    ImGui::Render();
    if (lettersBuilt_ != notedLetters().size()) // drawn in the next frame
        window_.framesWanted = std::max(window_.framesWanted, 1);
    const ImVec4 ground = ImGui::ColorConvertU32ToFloat4(palette_.panel);
    render::beginWindowFrame(context_.window(), ground.x, ground.y, ground.z);
    backendDraw();
    context_.swapBuffers();
    ++window_.frame;
    title();
    turns_.end(window_.frame);
    if (probe_.enabled()) {
        const bool moving =
            window_.flight.has_value() || window_.show.moving || window_.framesWanted > 0 || !events_.empty();
        writeStateFile(ui, {bottom_->partners().shownRows(), bottom_->partners().firstRow(), moving, &turns_},
                       options_.uiStateFile);
    }
    return core::Nothing{};
}

// Nothing of a project is left in the window when another one takes its place; a partner is let go with its regions.
void Application::beginAnew() {
    if (!window_.partnerId.empty() && session_.state().selection != window_.partnerRegions)
        window_.partnerId.clear();
    if (window_.begun == session_.begun())
        return;
    window_.begun = session_.begun();
    window_.cameraPlaced = false; // at home
    window_.flight.reset();
    window_.legendWish = scene::LegendWish::automatic;
    window_.asked.reset();
    window_.detailsOf = core::kNoRegion;
    window_.hovered = core::kNoRegion;
    window_.tab = session::BottomTab::partners;
    window_.activityId.clear();
    window_.riskId.clear();
    window_.indicatorId.clear();
    window_.sheetId.clear();
    window_.sheetEdited.clear();
    window_.sheetFocused = false;
    window_.show = {};
    window_.partnerId.clear();
    window_.partnerRegions.clear();
    window_.searchQuery.clear();
    window_.playing = false;
    map_.stopMotion();
    left_ = LeftPanel();
    bottom_ = std::make_unique<BottomPanel>(renderer_);
}

// A project is opened, whatever its name, pictures are added to what is chosen; everything else is somebody's table.
void Application::takeDropped() {
    std::vector<std::string> paths = input_.takeDropped();
    const auto pictures = std::stable_partition(paths.begin(), paths.end(),
                                                [](const std::string& path) { return !session::namesPicture(path); });
    window_.picturesDropped.insert(window_.picturesDropped.end(), pictures, paths.end());
    if (pictures != paths.end())
        window_.framesWanted = std::max(window_.framesWanted, kFramesAfterEvent);
    paths.erase(pictures, paths.end());
    const auto project = std::find_if(paths.begin(), paths.end(), [](const std::string& path) {
        return path.ends_with(data::kProjectSuffix) || data::projectSchema(path).ok();
    });
    if (project == paths.end()) {
        if (paths.empty())
            return;
        if (window_.dialog != Dialog::none && window_.dialog != Dialog::importReview) // which counts what waits
            session_.notify(core::note(JEJARING_TR("{0} will be looked at when what is open here is closed."),
                                       {std::filesystem::path(paths.front()).filename().string()}));
        session_.imports().open(std::move(paths));
        return;
    }
    if (window_.dialog != Dialog::none) { // it may hold answers or a form
        session_.notify(core::warning(JEJARING_TR("{0} was not opened: close what is open here, and drop it again."),
                                      {std::filesystem::path(*project).filename().string()}));
        return;
    }
    const auto open = [this, path = *project] { session_.openProject(path); };
    if (session_.modified()) {
        window_.afterUnsaved = open;
        window_.dialog = Dialog::unsaved;
    } else {
        open();
    }
    if (paths.size() > 1)
        session_.notify(core::note(JEJARING_TR("Drop the tables again once the project is open.")));
}

void Application::wait() {
    if (window_.framesWanted > 0 || !events_.empty()) {
        context_.pollEvents();
    } else {
        double seconds = -1;
        if (window_.wakeAt)
            seconds = std::max(0.001, *window_.wakeAt - secondsNow());
        context_.waitEvents(seconds);
    }
    turns_.begin();
    for (render::InputEvent& event : input_.take())
        events_.push_back(event);
    takeDropped();
    const bool changed = session_.update();
    if (!events_.empty() || changed)
        window_.framesWanted = std::max(window_.framesWanted, kFramesAfterEvent);
    if (window_.wakeAt && secondsNow() >= *window_.wakeAt)
        window_.framesWanted = std::max(window_.framesWanted, 1);
}

void Application::rememberWindow() {
    session::Settings settings = session_.settings();
    const bool fullScreen = window_.presentation || window_.show.running;
    if (!fullScreen)
        settings.windowMaximized = size_.maximized;
    if (!fullScreen && !size_.maximized && size_.width > 200 && size_.height > 150) {
        settings.windowWidth = size_.width;
        settings.windowHeight = size_.height;
    }
    if (!(settings == session_.settings()))
        session_.changeSettings(settings);
}

core::Outcome Application::loop() {
    while (!window_.leave) {
        wait();
        if (render::closeRequested(context_.window())) {
            render::setCloseRequested(context_.window(), false);
            window_.show.running = false; // questions are asked over the map
            if (formAsksBeforeClosing(window_)) {
                window_.framesWanted = std::max(window_.framesWanted, kFramesAfterEvent);
                continue;
            }
            window_.forms.clear();
            if (!session_.modified())
                break;
            window_.dialog = Dialog::unsaved;
            window_.afterUnsaved = [this] { window_.leave = true; };
            window_.framesWanted = std::max(window_.framesWanted, kFramesAfterEvent);
        }
        if (std::any_of(events_.begin(), events_.end(), [](const render::InputEvent& event) {
                return event.kind == render::InputEvent::Kind::focus && event.down;
            }))
            session_.lookAtDisk();
        if (render::windowSize(context_.window()).minimized) {
            events_.clear();
            window_.framesWanted = 0;
            continue;
        }
        if (window_.framesWanted > 0 || !events_.empty())
            if (core::Outcome drawn = frame(); !drawn)
                return drawn;
        context_.setFullScreen(window_.presentation || window_.show.running);
        turns_.end(window_.frame); // where nothing was drawn
    }
    rememberWindow();
    session_.forgetChanges(); // whoever leaves with unsaved changes was asked
    return core::Nothing{};
}

} // namespace

core::Outcome run(const LaunchOptions& options) {
    core::Result<std::shared_ptr<const text::FontSet>> fonts = text::FontSet::load();
    if (!fonts)
        return core::Outcome::failure(fonts.messages());
    session::Session session(options.installation, session::SettingsStore(options.configFolder), fonts.value(),
                             [] { render::WindowContext::wake(); });
    if (options.language)
        session.speak(*options.language);
    const session::Settings settings = session.settings();
    render::WindowOptions windowOptions;
    windowOptions.width = settings.windowWidth;
    windowOptions.height = settings.windowHeight;
    windowOptions.maximized = settings.windowMaximized;
    core::Result<std::unique_ptr<render::WindowContext>> context = render::WindowContext::create(windowOptions);
    if (!context)
        return core::Outcome::failure(context.messages());
    core::Result<std::unique_ptr<render::Renderer>> renderer = render::Renderer::create(options.installation.shaders);
    if (!renderer)
        return core::Outcome::failure(renderer.messages());
    // Those that cannot be read are told of; that there are none yet is no error.
    std::error_code unknown;
    if (!options.boundaries.empty() && (std::filesystem::exists(options.boundaries, unknown) || unknown))
        session.loadBoundaries(options.boundaries);
    else
        session.expectBoundaries(options.boundaries);
    if (options.project.empty())
        session.openSample();
    else
        session.openProject(options.project);
    Application application(options, session, *context.value(), *renderer.value(), fonts.value());
    return application.loop();
}

} // namespace jejaring::ui
