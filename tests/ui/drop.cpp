// SPDX-License-Identifier: MIT
#include "drop.hpp"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <chrono>
#include <thread>

namespace jejaring::ui_test {
namespace {

class Source {
  public:
    Source(const std::string& display, Window target) : display_(XOpenDisplay(display.c_str())), target_(target) {
        if (display_ == nullptr)
            return;
        window_ = XCreateSimpleWindow(display_, DefaultRootWindow(display_), 0, 0, 1, 1, 0, 0, 0);
        XSetSelectionOwner(display_, atom("XdndSelection"), window_, CurrentTime);
    }
    ~Source() {
        if (display_ != nullptr)
            XCloseDisplay(display_);
    }
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    bool drop(const std::vector<std::string>& paths) {
        if (display_ == nullptr)
            return false;
        std::string list;
        for (const std::string& path : paths)
            list += "file://" + path + "\r\n";
        constexpr long kVersion = 5;
        send("XdndEnter", kVersion << 24, static_cast<long>(atom("text/uri-list")), 0, 0);
        send("XdndPosition", 0, (100L << 16) | 100, CurrentTime, static_cast<long>(atom("XdndActionCopy")));
        if (!answered("XdndStatus", list))
            return false;
        send("XdndDrop", 0, CurrentTime, 0, 0);
        return answered("XdndFinished", list);
    }

  private:
    Atom atom(const char* name) { return XInternAtom(display_, name, False); }

    void send(const char* type, long a, long b, long c, long d) {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.display = display_;
        event.xclient.window = target_;
        event.xclient.message_type = atom(type);
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(window_);
        event.xclient.data.l[1] = a;
        event.xclient.data.l[2] = b;
        event.xclient.data.l[3] = c;
        event.xclient.data.l[4] = d;
        XSendEvent(display_, target_, False, NoEventMask, &event);
        XFlush(display_);
    }

    // Hands the list over where it is asked for, until the message comes or ten seconds have passed.
    bool answered(const char* type, const std::string& list) {
        for (int i = 0; i < 1000; ++i) {
            while (XPending(display_) > 0) {
                XEvent event;
                XNextEvent(display_, &event);
                if (event.type == SelectionRequest)
                    handOver(event.xselectionrequest, list);
                else if (event.type == ClientMessage && event.xclient.message_type == atom(type))
                    return true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }

    void handOver(const XSelectionRequestEvent& request, const std::string& list) {
        XChangeProperty(display_, request.requestor, request.property, request.target, 8, PropModeReplace,
                        reinterpret_cast<const unsigned char*>(list.data()), static_cast<int>(list.size()));
        XEvent reply{};
        reply.xselection.type = SelectionNotify;
        reply.xselection.display = display_;
        reply.xselection.requestor = request.requestor;
        reply.xselection.selection = request.selection;
        reply.xselection.target = request.target;
        reply.xselection.property = request.property;
        reply.xselection.time = request.time;
        XSendEvent(display_, request.requestor, False, NoEventMask, &reply);
        XFlush(display_);
    }

    Display* display_ = nullptr;
    Window target_ = 0;
    Window window_ = 0;
};

} // namespace

bool dropFiles(const std::string& display, const std::string& window, const std::vector<std::string>& paths) {
    return Source(display, std::stoul(window)).drop(paths);
}

} // namespace jejaring::ui_test
