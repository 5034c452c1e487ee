// SPDX-License-Identifier: MIT
// Starts the program on a display of its own, plays the user by xdotool, and reads what the window says of itself.
#pragma once

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace jejaring::ui_test {

using Json = nlohmann::json;

// A virtual display of 1600 by 900 for the life of the object.
class Display {
  public:
    Display();
    ~Display();
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;
    [[nodiscard]] const std::string& name() const { return name_; } // ":93"; empty where none could be started

  private:
    pid_t process_ = -1;
    std::string name_;
};

// Each test has a window, a configuration folder and a home of its own. Skips where a tool or the boundaries are
// missing: set XDG_DATA_HOME to the folder that holds jejaring/boundaries.gpkg.
class WindowTest : public testing::Test {
  protected:
    void SetUp() override;
    void TearDown() override;

    // Ends the program as a user would, by its window, and starts it again with the same configuration.
    void restart(const std::vector<std::string>& arguments = {});
    // The same after a crash: nothing is asked and nothing tidied up.
    void crashAndRestart();
    [[nodiscard]] Json state() const;
    // Waits until `holds` or about 20 seconds have passed; the last state either way.
    Json waitFor(const std::function<bool(const Json&)>& holds) const;
    // Waits until nothing moves any more.
    Json settled() const;

    void move(double x, double y) const;
    void click(double x, double y, int times = 1) const;
    void shiftClick(double x, double y) const;
    void drag(double fromX, double fromY, double toX, double toY) const;
    // The same by a hand so fast that move and release come together.
    void flick(double fromX, double fromY, double toX, double toY) const;
    // Lets files go over the window, as a file manager does.
    void drop(const std::vector<std::filesystem::path>& files) const;
    void wheel(int notches) const; // positive: closer
    void clickOn(const std::string& widget, int times = 1) const;
    // Without waiting until nothing moves, for what is there while a task runs.
    void clickAtOnce(const std::string& widget) const;
    [[nodiscard]] bool has(const std::string& widget) const;
    // Where a region's middle stands in the window.
    [[nodiscard]] std::pair<double, double> place(const std::string& code) const;
    void key(const std::string& keys) const; // as xdotool names them: "ctrl+k"
    void type(const std::string& text) const;
    void resize(int width, int height) const;
    // Seconds of processor time that the program has used.
    [[nodiscard]] double processorSeconds() const;
    // A picture of the whole display, for whoever looks into a failure.
    void screenshot(const std::string& name) const;

    [[nodiscard]] const std::filesystem::path& home() const { return home_; }
    [[nodiscard]] bool running() const;
    [[nodiscard]] std::string displayName() const { return display_->name(); } // ":99"

  private:
    void start(const std::vector<std::string>& arguments = {});
    void stop();
    [[nodiscard]] int xdotool(const std::vector<std::string>& arguments) const;

    std::unique_ptr<Display> display_;
    std::filesystem::path home_;
    std::filesystem::path stateFile_;
    pid_t process_ = -1;
    std::string window_;
};

} // namespace jejaring::ui_test
