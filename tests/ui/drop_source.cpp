// SPDX-License-Identifier: MIT
#include "drop_source.hpp"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <thread>

namespace jejaring::ui_test {
namespace {

using Clock = std::chrono::steady_clock;
constexpr long kVersion = 5;

struct CloseDisplay {
    void operator()(Display* display) const { XCloseDisplay(display); }
};

std::string uriList(const std::vector<std::string>& paths) {
    std::string list;
    for (const std::string& path : paths) {
        list += "file://";
        for (const char c : path) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                               c == '.' || c == '-' || c == '_';
            char coded[4] = {c, '\0', '\0', '\0'};
            if (!plain)
                std::snprintf(coded, sizeof coded, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
            list += coded;
        }
        list += "\r\n";
    }
    return list;
}

class DropSource {
  public:
    DropSource(Display* display, Window target, std::string list)
        : display_(display), target_(target), list_(std::move(list)),
          own_(XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0)) {}
    ~DropSource() { XDestroyWindow(display_, own_); }
    DropSource(const DropSource&) = delete;
    DropSource& operator=(const DropSource&) = delete;

    bool run() {
        XSetSelectionOwner(display_, atom("XdndSelection"), own_, CurrentTime);
        XWindowAttributes size{};
        int x = 0;
        int y = 0;
        Window child = 0;
        if (XGetWindowAttributes(display_, target_, &size) == 0 ||
            XTranslateCoordinates(display_, target_, DefaultRootWindow(display_), size.width / 2, size.height / 2, &x,
                                  &y, &child) == 0)
            return false;
        send("XdndEnter", kVersion << 24, static_cast<long>(atom("text/uri-list")), 0, 0);
        for (int step = 2; step >= 0; --step) {
            const long place = (static_cast<long>(x - 40 * step) << 16) | (y - 20 * step);
            send("XdndPosition", 0, place, CurrentTime, static_cast<long>(atom("XdndActionCopy")));
            if (!serveUntil("XdndStatus") || (answer_ & 1) == 0)
                return false;
        }
        send("XdndDrop", 0, CurrentTime, 0, 0);
        return serveUntil("XdndFinished");
    }

  private:
    [[nodiscard]] Atom atom(const char* name) const { return XInternAtom(display_, name, False); }

    void send(const char* type, long first, long second, long third, long fourth) {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = target_;
        event.xclient.message_type = atom(type);
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(own_);
        event.xclient.data.l[1] = first;
        event.xclient.data.l[2] = second;
        event.xclient.data.l[3] = third;
        event.xclient.data.l[4] = fourth;
        XSendEvent(display_, target_, False, NoEventMask, &event);
        XFlush(display_);
    }

    // Hands out the list to whoever asks, until the target says `type`.
    bool serveUntil(const char* type) {
        const auto end = Clock::now() + std::chrono::seconds(5);
        while (Clock::now() < end) {
            if (XPending(display_) == 0) {
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
                continue;
            }
            XEvent event{};
            XNextEvent(display_, &event);
            if (event.type == SelectionRequest)
                hand(event.xselectionrequest);
            if (event.type == ClientMessage && event.xclient.message_type == atom(type)) {
                answer_ = event.xclient.data.l[1];
                return true;
            }
        }
        return false;
    }

    void hand(const XSelectionRequestEvent& request) {
        XEvent reply{};
        reply.xselection.type = SelectionNotify;
        reply.xselection.requestor = request.requestor;
        reply.xselection.selection = request.selection;
        reply.xselection.target = request.target;
        reply.xselection.time = request.time;
        if (request.target == atom("text/uri-list")) {
            XChangeProperty(display_, request.requestor, request.property, request.target, 8, PropModeReplace,
                            reinterpret_cast<const unsigned char*>(list_.data()), static_cast<int>(list_.size()));
            reply.xselection.property = request.property;
        }
        XSendEvent(display_, request.requestor, False, NoEventMask, &reply);
        XFlush(display_);
    }

    Display* display_;
    Window target_;
    std::string list_;
    Window own_;
    long answer_ = 0;
};

} // namespace

bool dropFiles(const std::string& display, unsigned long window, const std::vector<std::string>& paths) {
    const std::unique_ptr<Display, CloseDisplay> connection(XOpenDisplay(display.c_str()));
    return connection && DropSource(connection.get(), window, uriList(paths)).run();
}

} // namespace jejaring::ui_test
