// SPDX-License-Identifier: MIT
#include "ui/widget/imgui_shim.hpp"

#include <imgui/backends/imgui_impl_glfw.h>
#include <imgui/backends/imgui_impl_opengl3.h>

#include <array>
#include <cfloat>

namespace jejaring::ui {
namespace {

struct KeyName {
    Key key;
    int glfw; // GLFW 3.3's key code
#if IMGUI_VERSION_NUM >= 18700
    ImGuiKey imgui;
#endif
};

#if IMGUI_VERSION_NUM >= 18700
#define JEJARING_KEY(key, glfw, imgui)                                                                                 \
    KeyName {                                                                                                          \
        Key::key, glfw, imgui                                                                                          \
    }
#else
#define JEJARING_KEY(key, glfw, imgui)                                                                                 \
    KeyName {                                                                                                          \
        Key::key, glfw                                                                                                 \
    }
#endif

constexpr std::array kKeys{
    JEJARING_KEY(left, 263, ImGuiKey_LeftArrow),
    JEJARING_KEY(right, 262, ImGuiKey_RightArrow),
    JEJARING_KEY(up, 265, ImGuiKey_UpArrow),
    JEJARING_KEY(down, 264, ImGuiKey_DownArrow),
    JEJARING_KEY(home, 268, ImGuiKey_Home),
    JEJARING_KEY(end, 269, ImGuiKey_End),
    JEJARING_KEY(pageUp, 266, ImGuiKey_PageUp),
    JEJARING_KEY(pageDown, 267, ImGuiKey_PageDown),
    JEJARING_KEY(enter, 257, ImGuiKey_Enter),
    JEJARING_KEY(keypadEnter, 335, ImGuiKey_KeypadEnter),
    JEJARING_KEY(escape, 256, ImGuiKey_Escape),
    JEJARING_KEY(tab, 258, ImGuiKey_Tab),
    JEJARING_KEY(backspace, 259, ImGuiKey_Backspace),
    JEJARING_KEY(deleteKey, 261, ImGuiKey_Delete),
    JEJARING_KEY(space, 32, ImGuiKey_Space),
    JEJARING_KEY(plus, 61, ImGuiKey_Equal),
    JEJARING_KEY(keypadPlus, 334, ImGuiKey_KeypadAdd),
    JEJARING_KEY(minus, 45, ImGuiKey_Minus),
    JEJARING_KEY(keypadMinus, 333, ImGuiKey_KeypadSubtract),
    JEJARING_KEY(zero, 48, ImGuiKey_0),
    JEJARING_KEY(slash, 47, ImGuiKey_Slash),
    JEJARING_KEY(f1, 290, ImGuiKey_F1),
    JEJARING_KEY(f2, 291, ImGuiKey_F2),
    JEJARING_KEY(f5, 294, ImGuiKey_F5),
    JEJARING_KEY(f11, 300, ImGuiKey_F11),
    JEJARING_KEY(a, 65, ImGuiKey_A),
    JEJARING_KEY(b, 66, ImGuiKey_B),
    JEJARING_KEY(c, 67, ImGuiKey_C),
    JEJARING_KEY(d, 68, ImGuiKey_D),
    JEJARING_KEY(e, 69, ImGuiKey_E),
    JEJARING_KEY(i, 73, ImGuiKey_I),
    JEJARING_KEY(k, 75, ImGuiKey_K),
    JEJARING_KEY(l, 76, ImGuiKey_L),
    JEJARING_KEY(n, 78, ImGuiKey_N),
    JEJARING_KEY(o, 79, ImGuiKey_O),
    JEJARING_KEY(q, 81, ImGuiKey_Q),
    JEJARING_KEY(s, 83, ImGuiKey_S),
    JEJARING_KEY(v, 86, ImGuiKey_V),
    JEJARING_KEY(x, 88, ImGuiKey_X),
    JEJARING_KEY(y, 89, ImGuiKey_Y),
    JEJARING_KEY(z, 90, ImGuiKey_Z),
};

const KeyName& nameOf(Key key) {
    for (const KeyName& name : kKeys)
        if (name.key == key)
            return name;
    return kKeys.front();
}

constexpr int kFirstNonPrintable = 256; // of GLFW's key codes
constexpr std::array kControlKeys{341, 345};
constexpr std::array kShiftKeys{340, 344};
constexpr std::array kAltKeys{342, 346};

// Whether the user's last deed walked through the controls by keyboard. ImGui brings its marks back by itself after
// some clicks, such as one that opens a list.
bool& walking() {
    static bool byKeyboard = false;
    return byKeyboard;
}

// Whether a key was pressed since the pointer last moved, pressed or turned its wheel.
bool& handOffPointer() {
    static bool off = false;
    return off;
}

void noteSource(const render::InputEvent& event) {
    using Kind = render::InputEvent::Kind;
    if (event.kind == Kind::pointer || event.kind == Kind::button || event.kind == Kind::wheel)
        handOffPointer() = false;
    else if (event.kind == Kind::key && event.down)
        handOffPointer() = true;
    constexpr int kTab = 258;
    constexpr int kRight = 262;
    constexpr int kUp = 265;
    if (!event.down)
        return;
    if (event.kind == Kind::button)
        walking() = false;
    else if (event.kind == Kind::key && (event.code == kTab || (event.code >= kRight && event.code <= kUp)))
        walking() = true;
}

} // namespace

#if IMGUI_VERSION_NUM >= 18700

bool keyPressed(Key key, bool repeat) {
    return ImGui::IsKeyPressed(nameOf(key).imgui, repeat);
}
bool keyDown(Key key) {
    return ImGui::IsKeyDown(nameOf(key).imgui);
}

void feedInput(std::deque<render::InputEvent>& queue) {
    using Kind = render::InputEvent::Kind;
    ImGuiIO& io = ImGui::GetIO();
    const auto among = [](const auto& codes, int code) { return codes[0] == code || codes[1] == code; };
    for (; !queue.empty(); queue.pop_front()) {
        const render::InputEvent& event = queue.front();
        noteSource(event);
        switch (event.kind) {
        case Kind::pointer:
            io.AddMousePosEvent(static_cast<float>(event.x), static_cast<float>(event.y));
            break;
        case Kind::pointerLeft:
            io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
            break;
        case Kind::button:
            if (event.code < 3)
                io.AddMouseButtonEvent(event.code, event.down);
            break;
        case Kind::wheel:
            io.AddMouseWheelEvent(static_cast<float>(event.x), static_cast<float>(event.y));
            break;
        case Kind::key:
            if (event.repeat)
                break;
            if (among(kControlKeys, event.code))
                io.AddKeyEvent(ImGuiMod_Ctrl, event.down);
            if (among(kShiftKeys, event.code))
                io.AddKeyEvent(ImGuiMod_Shift, event.down);
            if (among(kAltKeys, event.code))
                io.AddKeyEvent(ImGuiMod_Alt, event.down);
            for (const KeyName& name : kKeys)
                if (name.glfw == event.code)
                    io.AddKeyEvent(name.imgui, event.down);
            break;
        case Kind::character:
            io.AddInputCharacter(static_cast<unsigned>(event.code));
            break;
        case Kind::focus:
            io.AddFocusEvent(event.down);
            break;
        case Kind::refresh:
            break;
        }
    }
}

#else

bool keyPressed(Key key, bool repeat) {
    return ImGui::IsKeyPressed(nameOf(key).glfw, repeat);
}
bool keyDown(Key key) {
    return ImGui::IsKeyDown(nameOf(key).glfw);
}

namespace {

struct Pointer {
    ImVec2 position{-FLT_MAX, -FLT_MAX};
    std::array<bool, 3> buttons{};
};

// Kept between frames: 1.86's backend reads the state of the moment, which loses a press that was let go meanwhile.
Pointer& pointer() {
    static Pointer state;
    return state;
}

// Enter went down outside of text fields, and is still held: it does to the focused control what Space does. One that
// ended the typing in a field must not press what gets the focus next.
bool& enterHeld() {
    static bool held = false;
    return held;
}

void noteEnter(const render::InputEvent& event) {
    if (event.code == nameOf(Key::enter).glfw || event.code == nameOf(Key::keypadEnter).glfw)
        enterHeld() = event.down && !ImGui::GetIO().WantTextInput && navigationVisible();
}

// What one frame has taken already.
struct Taken {
    std::array<bool, 3> buttons{};
    std::array<int, 8> keys{};
    std::size_t keyCount = 0;
    bool anyButton = false;
    bool character = false;
    bool nonPrintable = false;
    bool wheel = false;
    bool plainKey = false; // a key that is no modifier went down
    [[nodiscard]] bool hasKey(int code) const {
        for (std::size_t i = 0; i < keyCount; ++i)
            if (keys[i] == code)
                return true;
        return false;
    }
};

bool isModifier(int code) {
    const auto among = [code](const auto& codes) { return codes[0] == code || codes[1] == code; };
    return among(kControlKeys) || among(kShiftKeys) || among(kAltKeys);
}

// False where the event must wait for the next frame.
bool feedOne(const render::InputEvent& event, Taken& taken) {
    using Kind = render::InputEvent::Kind;
    ImGuiIO& io = ImGui::GetIO();
    Pointer& state = pointer();
    switch (event.kind) {
    case Kind::pointer:
        if (taken.anyButton || taken.wheel)
            return false;
        state.position = ImVec2(static_cast<float>(event.x), static_cast<float>(event.y));
        return true;
    case Kind::pointerLeft:
        if (taken.anyButton)
            return false;
        state.position = ImVec2(-FLT_MAX, -FLT_MAX);
        return true;
    case Kind::button: {
        if (event.code < 0 || event.code > 2)
            return true;
        const auto button = static_cast<std::size_t>(event.code);
        if (taken.buttons[button])
            return false;
        taken.buttons[button] = taken.anyButton = true;
        state.buttons[button] = event.down;
        return true;
    }
    case Kind::wheel:
        taken.wheel = true;
        io.MouseWheel += static_cast<float>(event.y);
        io.MouseWheelH += static_cast<float>(event.x);
        return true;
    case Kind::key:
        if (event.repeat || event.code < 0 || event.code >= IM_ARRAYSIZE(io.KeysDown))
            return true;
        if (taken.hasKey(event.code) || taken.keyCount == taken.keys.size() ||
            (event.down && event.code >= kFirstNonPrintable && taken.character))
            return false;
        // A modifier let go at once still belongs to what was pressed under it.
        if (isModifier(event.code) && (taken.plainKey || taken.anyButton))
            return false;
        taken.plainKey = taken.plainKey || (event.down && !isModifier(event.code));
        taken.keys[taken.keyCount++] = event.code;
        taken.nonPrintable = taken.nonPrintable || (event.down && event.code >= kFirstNonPrintable);
        io.KeysDown[event.code] = event.down;
        noteEnter(event);
        return true;
    case Kind::character:
        if (taken.nonPrintable && !io.KeyShift)
            return false;
        taken.character = true;
        io.AddInputCharacter(static_cast<unsigned>(event.code));
        return true;
    case Kind::focus:
        if (!event.down) {
            for (bool& down : io.KeysDown)
                down = false;
            state.buttons = {};
            enterHeld() = false;
        }
        return true;
    case Kind::refresh:
        return true;
    }
    return true;
}

} // namespace

void feedInput(std::deque<render::InputEvent>& queue) {
    ImGuiIO& io = ImGui::GetIO();
    Taken taken;
    for (; !queue.empty() && feedOne(queue.front(), taken); queue.pop_front())
        noteSource(queue.front());
    io.MousePos = pointer().position;
    for (std::size_t i = 0; i < pointer().buttons.size(); ++i)
        io.MouseDown[i] = pointer().buttons[i];
    const auto anyDown = [&io](const auto& codes) { return io.KeysDown[codes[0]] || io.KeysDown[codes[1]]; };
    io.KeyCtrl = anyDown(kControlKeys);
    io.KeyShift = anyDown(kShiftKeys);
    io.KeyAlt = anyDown(kAltKeys);
    if (enterHeld() && !io.KeyCtrl)
        io.NavInputs[ImGuiNavInput_Activate] = 1; // which 1.86 knows by Space alone
}

#endif

bool controlDown() {
    return ImGui::GetIO().KeyCtrl;
}

bool shiftDown() {
    return ImGui::GetIO().KeyShift;
}

bool altDown() {
    return ImGui::GetIO().KeyAlt;
}

std::string digitsTyped() {
    std::string digits;
    for (const ImWchar letter : ImGui::GetIO().InputQueueCharacters)
        if (letter >= '0' && letter <= '9')
            digits += static_cast<char>(letter);
    return digits;
}

bool navigationVisible() {
    return ImGui::GetIO().NavVisible && walking();
}

bool pointerRests() {
    return handOffPointer();
}

bool pressedByKey() {
    return navigationVisible() && !ImGui::IsMouseReleased(0) && !ImGui::IsMouseClicked(0);
}

void startBackends(GLFWwindow* window) {
    ImGui_ImplGlfw_InitForOpenGL(window, false);
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

void stopBackends() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
}

void backendNewFrame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
}

void backendDraw() {
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void rebuildFontTexture() {
#if IMGUI_VERSION_NUM < 19200
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
#endif
}

ImTextureID textureId(unsigned texture) {
#if IMGUI_VERSION_NUM >= 19140
    return static_cast<ImTextureID>(texture);
#else
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture)); // NOLINT: ImGui's own convention
#endif
}

} // namespace jejaring::ui
