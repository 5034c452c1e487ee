// SPDX-License-Identifier: MIT
#include "driver.hpp"

#include "drop_source.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

extern char** environ; // POSIX

namespace jejaring::ui_test {
namespace fs = std::filesystem;
namespace {

using namespace std::chrono_literals;

std::string environment(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): one thread
    return value ? value : "";
}

bool installed(const std::string& program) {
    std::istringstream folders(environment("PATH"));
    for (std::string folder; std::getline(folders, folder, ':');)
        if (access((folder + "/" + program).c_str(), X_OK) == 0)
            return true;
    return false;
}

pid_t spawn(const std::vector<std::string>& command, const std::vector<std::pair<std::string, std::string>>& variables,
            const std::string& log) {
    std::vector<std::string> all;
    for (char** each = environ; *each; ++each) {
        const std::string entry = *each;
        bool replaced = false;
        for (const auto& [name, value] : variables)
            replaced = replaced || entry.starts_with(name + "=");
        if (!replaced)
            all.push_back(entry);
    }
    for (const auto& [name, value] : variables)
        all.push_back(name + "=" + value);
    std::vector<std::string> words = command;
    std::vector<char*> argv;
    std::vector<char*> envp;
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    for (std::string& entry : all)
        envp.push_back(entry.data());
    envp.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    pid_t process = -1;
    if (posix_spawnp(&process, argv[0], &actions, nullptr, argv.data(), envp.data()) != 0)
        process = -1;
    posix_spawn_file_actions_destroy(&actions);
    return process;
}

int waitFor(pid_t process) {
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string outputOf(const std::string& command) {
    std::string text;
    if (FILE* pipe = popen(command.c_str(), "r")) { // NOLINT(cert-env33-c): fixed commands of this test
        std::array<char, 256> part{};
        while (fgets(part.data(), part.size(), pipe))
            text += part.data();
        pclose(pipe);
    }
    while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
        text.pop_back();
    return text;
}

} // namespace

Display::Display() {
    // Each test process takes a display number of its own.
    const int number = 100 + static_cast<int>(getpid()) % 800;
    const std::string name = ":" + std::to_string(number);
    process_ = spawn({"Xvfb", name, "-screen", "0", "1600x900x24", "-nolisten", "tcp"}, {}, "/dev/null");
    const fs::path socket = "/tmp/.X11-unix/X" + std::to_string(number);
    for (int i = 0; process_ > 0 && i < 200; ++i) {
        if (fs::exists(socket)) {
            name_ = name;
            return;
        }
        std::this_thread::sleep_for(50ms);
    }
}

Display::~Display() {
    if (process_ > 0) {
        kill(process_, SIGTERM);
        waitFor(process_);
    }
}

void WindowTest::SetUp() {
    for (const char* program : {"Xvfb", "xdotool"})
        if (!installed(program))
            GTEST_SKIP() << program << " is not installed";
    std::string data = environment("XDG_DATA_HOME");
    if (data.empty())
        data = environment("HOME") + "/.local/share";
    if (!fs::exists(fs::path(data) / "jejaring" / "boundaries.gpkg"))
        GTEST_SKIP() << "no boundaries in " << data << "/jejaring";
    display_ = std::make_unique<Display>();
    ASSERT_FALSE(display_->name().empty()) << "Xvfb did not start";
    std::string folder = (fs::temp_directory_path() / "jejaring-ui-XXXXXX").string();
    ASSERT_NE(mkdtemp(folder.data()), nullptr);
    home_ = folder;
    stateFile_ = home_ / "state.json";
    start();
}

void WindowTest::TearDown() {
    if (HasFailure() && display_)
        screenshot("failed");
    stop();
    display_.reset();
    if (!home_.empty() && !HasFailure())
        fs::remove_all(home_);
}

void WindowTest::start(const std::vector<std::string>& arguments) {
    std::string data = environment("XDG_DATA_HOME");
    if (data.empty())
        data = environment("HOME") + "/.local/share";
    std::error_code ignored;
    fs::remove(stateFile_, ignored);
    std::vector<std::string> words{JEJARING_PROGRAM, "--ui-state", stateFile_.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    process_ = spawn(words,
                     {{"DISPLAY", display_->name()},
                      {"LIBGL_ALWAYS_SOFTWARE", "1"},
                      {"HOME", home_.string()},
                      {"XDG_CONFIG_HOME", (home_ / "config").string()},
                      {"XDG_STATE_HOME", (home_ / "state").string()},
                      {"XDG_CACHE_HOME", (home_ / "cache").string()},
                      {"XDG_DATA_HOME", data}},
                     (home_ / "log").string());
    ASSERT_GT(process_, 0);
    const Json ready = waitFor([](const Json& now) { return now.value("mapReady", false); });
    ASSERT_TRUE(ready.value("mapReady", false)) << "the window did not show a map";
    window_ = outputOf("DISPLAY=" + display_->name() + " xdotool search --onlyvisible --name Jejaring | tail -n 1");
    ASSERT_FALSE(window_.empty());
    settled();
}

bool WindowTest::running() const {
    return process_ > 0 && kill(process_, 0) == 0 && waitpid(process_, nullptr, WNOHANG) == 0;
}

void WindowTest::stop() {
    if (process_ > 0) {
        kill(process_, SIGTERM);
        ui_test::waitFor(process_);
        process_ = -1;
    }
}

void WindowTest::crashAndRestart() {
    ASSERT_GT(process_, 0);
    kill(process_, SIGKILL);
    ui_test::waitFor(process_);
    process_ = -1;
    start();
}

void WindowTest::restart(const std::vector<std::string>& arguments) {
    key("ctrl+q");
    for (int i = 0; i < 200 && running(); ++i)
        std::this_thread::sleep_for(50ms);
    process_ = -1;
    start(arguments);
}

Json WindowTest::state() const {
    for (int i = 0; i < 100; ++i) {
        std::ifstream file(stateFile_);
        Json json = Json::parse(file, nullptr, false);
        if (!json.is_discarded())
            return json;
        std::this_thread::sleep_for(50ms);
    }
    return Json::object();
}

Json WindowTest::waitFor(const std::function<bool(const Json&)>& holds) const {
    Json now;
    for (int i = 0; i < 400; ++i) {
        now = state();
        if (!now.empty() && holds(now))
            break;
        std::this_thread::sleep_for(50ms);
    }
    return now;
}

Json WindowTest::settled() const {
    std::uint64_t last = 0;
    int still = 0;
    for (int i = 0; i < 200; ++i) {
        const Json now = state();
        const std::uint64_t frame = now.value("frame", std::uint64_t{0});
        still = frame == last && !now.value("moving", true) ? still + 1 : 0;
        if (still >= 3)
            return now;
        last = frame;
        std::this_thread::sleep_for(80ms);
    }
    return state();
}

int WindowTest::xdotool(const std::vector<std::string>& arguments) const {
    std::vector<std::string> command{"xdotool"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const pid_t process = spawn(command, {{"DISPLAY", display_->name()}}, (home_ / "log").string());
    return process > 0 ? ui_test::waitFor(process) : -1;
}

void WindowTest::move(double x, double y) const {
    EXPECT_EQ(
        xdotool({"mousemove", "--window", window_, std::to_string(std::lround(x)), std::to_string(std::lround(y))}), 0);
}

void WindowTest::click(double x, double y, int times) const {
    move(x, y);
    settled();
    EXPECT_EQ(xdotool({"click", "--repeat", std::to_string(times), "--delay", "60", "1"}), 0);
    settled();
}

void WindowTest::shiftClick(double x, double y) const {
    move(x, y);
    settled();
    EXPECT_EQ(xdotool({"keydown", "shift", "click", "1", "keyup", "shift"}), 0);
    settled();
}

void WindowTest::drag(double fromX, double fromY, double toX, double toY) const {
    move(fromX, fromY);
    settled();
    EXPECT_EQ(xdotool({"mousedown", "1"}), 0);
    for (int i = 1; i <= 8; ++i) {
        move(fromX + (toX - fromX) * i / 8, fromY + (toY - fromY) * i / 8);
        std::this_thread::sleep_for(40ms);
    }
    std::this_thread::sleep_for(300ms); // a hand at rest does not throw the map
    EXPECT_EQ(xdotool({"mouseup", "1"}), 0);
    settled();
}

void WindowTest::flick(double fromX, double fromY, double toX, double toY) const {
    move(fromX, fromY);
    settled();
    const auto text = [](double value) { return std::to_string(std::lround(value)); };
    EXPECT_EQ(xdotool({"mousedown", "1", "mousemove", "--window", window_, text(toX), text(toY), "mouseup", "1"}), 0);
    settled();
}

void WindowTest::drop(const std::vector<fs::path>& files) const {
    std::vector<std::string> paths;
    for (const fs::path& file : files)
        paths.push_back(file.string());
    EXPECT_TRUE(dropFiles(display_->name(), std::stoul(window_), paths)) << "the window did not take the files";
}

void WindowTest::wheel(int notches) const {
    EXPECT_EQ(
        xdotool({"click", "--repeat", std::to_string(std::abs(notches)), "--delay", "40", notches > 0 ? "4" : "5"}), 0);
    settled();
}

bool WindowTest::has(const std::string& widget) const {
    return state()["widgets"].contains(widget);
}

void WindowTest::clickAtOnce(const std::string& widget) const {
    const Json now = waitFor([&](const Json& each) { return each["widgets"].contains(widget); });
    ASSERT_TRUE(now["widgets"].contains(widget)) << "there is no " << widget;
    const Json& box = now["widgets"][widget];
    move((box[0].get<double>() + box[2].get<double>()) / 2, (box[1].get<double>() + box[3].get<double>()) / 2);
    std::this_thread::sleep_for(300ms); // some frames see the pointer there
    EXPECT_EQ(xdotool({"click", "1"}), 0);
}

void WindowTest::clickOn(const std::string& widget, int times) const {
    const Json now = waitFor([&](const Json& each) { return each["widgets"].contains(widget); });
    ASSERT_TRUE(now["widgets"].contains(widget)) << "there is no " << widget;
    const Json& box = now["widgets"][widget];
    click((box[0].get<double>() + box[2].get<double>()) / 2, (box[1].get<double>() + box[3].get<double>()) / 2, times);
}

std::pair<double, double> WindowTest::place(const std::string& code) const {
    const Json now = state();
    if (!now["regions"].contains(code)) {
        ADD_FAILURE() << code << " is not in the window";
        return {0, 0};
    }
    return {now["regions"][code][0].get<double>(), now["regions"][code][1].get<double>()};
}

void WindowTest::key(const std::string& keys) const {
    EXPECT_EQ(xdotool({"key", keys}), 0);
    if (running())
        settled();
}

void WindowTest::type(const std::string& text) const {
    EXPECT_EQ(xdotool({"type", "--delay", "30", text}), 0);
    settled();
}

void WindowTest::resize(int width, int height) const {
    EXPECT_EQ(xdotool({"windowsize", window_, std::to_string(width), std::to_string(height)}), 0);
    std::this_thread::sleep_for(300ms);
    settled();
}

double WindowTest::processorSeconds() const {
    std::ifstream file("/proc/" + std::to_string(process_) + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    // The name of the program may hold spaces: fields are counted after its closing bracket.
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i)
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

void WindowTest::screenshot(const std::string& name) const {
    if (!installed("import"))
        return;
    const std::string path = (home_ / (name + ".png")).string();
    const pid_t process = spawn({"import", "-window", "root", path}, {{"DISPLAY", display_->name()}}, "/dev/null");
    if (process > 0)
        ui_test::waitFor(process);
}

} // namespace jejaring::ui_test
