// SPDX-License-Identifier: MIT
#include "ui/commands.hpp"

#include "ui/form/activity_form.hpp"
#include "ui/form/agreement_form.hpp"
#include "ui/form/form_values.hpp"
#include "ui/form/indicator_forms.hpp"
#include "ui/form/partner_form.hpp"
#include "ui/form/risk_form.hpp"
#include "ui/form/visit_form.hpp"
#include "ui/panel/sheet_actions.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace jejaring::ui {
namespace {

constexpr std::array kCommands{
    CommandInfo{Command::newProject, JEJARING_TR("New project"), "Ctrl+N", JEJARING_TR("Begin an empty project")},
    CommandInfo{Command::open, JEJARING_TR("Open …"), "Ctrl+O", JEJARING_TR("Open a project from a file")},
    CommandInfo{Command::openSample, JEJARING_TR("Open the sample"), "",
                JEJARING_TR("Open the sample facts as a copy")},
    CommandInfo{Command::save, JEJARING_TR("Save"), "Ctrl+S", JEJARING_TR("Write the project to its file")},
    CommandInfo{Command::saveAs, JEJARING_TR("Save as …"), "Ctrl+Shift+S",
                JEJARING_TR("Write the project to another file")},
    CommandInfo{Command::quit, JEJARING_TR("Quit"), "Ctrl+Q",
                JEJARING_TR("Close the window; what is not saved is asked about")},
    CommandInfo{Command::undo, JEJARING_TR("Undo"), "Ctrl+Z", JEJARING_TR("Take back the last choice or edit")},
    CommandInfo{Command::redo, JEJARING_TR("Redo"), "Ctrl+Y", JEJARING_TR("Do again what was taken back")},
    CommandInfo{Command::search, JEJARING_TR("Search"), "Ctrl+K", JEJARING_TR("Find a region, code, partner or visit")},
    CommandInfo{Command::home, JEJARING_TR("All of Indonesia"), "Home", JEJARING_TR("Show the whole country")},
    CommandInfo{Command::zoomIn, JEJARING_TR("Come closer"), "+", JEJARING_TR("Zoom in about the middle")},
    CommandInfo{Command::zoomOut, JEJARING_TR("Step back"), "−", JEJARING_TR("Zoom out about the middle")},
    CommandInfo{Command::foldLeft, JEJARING_TR("Left panel"), "Ctrl+L", JEJARING_TR("Show or hide what the map shows")},
    CommandInfo{Command::foldRight, JEJARING_TR("Details"), "F2", JEJARING_TR("Show or hide the details")},
    CommandInfo{Command::foldBottom, JEJARING_TR("Table"), "Ctrl+B", JEJARING_TR("Show or hide partners and visits")},
    CommandInfo{Command::resetLayout, JEJARING_TR("Reset the layout"), "",
                JEJARING_TR("All areas back in their first size")},
    CommandInfo{Command::presentation, JEJARING_TR("Presentation mode"), "F11",
                JEJARING_TR("The map alone on the whole screen; Esc leaves")},
    CommandInfo{Command::theme, JEJARING_TR("Light theme"), "", JEJARING_TR("Change between dark and light")},
    CommandInfo{Command::language, JEJARING_TR("English"), "", JEJARING_TR("Change between Indonesian and English")},
    CommandInfo{Command::scaleUp, JEJARING_TR("Larger interface"), "Ctrl++",
                JEJARING_TR("Larger texts and controls, as for projectors")},
    CommandInfo{Command::scaleDown, JEJARING_TR("Smaller interface"), "Ctrl+−",
                JEJARING_TR("Smaller texts and controls")},
    CommandInfo{Command::scaleReset, JEJARING_TR("Interface at 100 %"), "Ctrl+0",
                JEJARING_TR("Texts and controls in their normal size")},
    CommandInfo{Command::newAgreement, JEJARING_TR("New agreement …"), "Ctrl+Shift+A",
                JEJARING_TR("Record an agreement, of the chosen region where there is one")},
    CommandInfo{Command::newPartner, JEJARING_TR("New partner …"), "", JEJARING_TR("Record a partner")},
    CommandInfo{Command::newVisit, JEJARING_TR("New visit …"), "Ctrl+Shift+K",
                JEJARING_TR("Record a visit with its stops")},
    CommandInfo{Command::newActivity, JEJARING_TR("New activity …"), "",
                JEJARING_TR("Record a forum, a fair, a mission, an exchange or a training")},
    CommandInfo{Command::newRisk, JEJARING_TR("New risk or effect …"), "",
                JEJARING_TR("Record what may go wrong, or what good is expected")},
    CommandInfo{Command::newIndicator, JEJARING_TR("New indicator …"), "",
                JEJARING_TR("Record what is to be counted or measured")},
    CommandInfo{Command::newIndicatorValue, JEJARING_TR("New value of an indicator …"), "",
                JEJARING_TR("Record a number of a region and a period")},
    CommandInfo{Command::weights, JEJARING_TR("Weights of the index …"), "",
                JEJARING_TR("How much each part counts in the score")},
    CommandInfo{Command::sources, JEJARING_TR("Sources …"), "", JEJARING_TR("Where the facts come from")},
    CommandInfo{Command::boundaries, JEJARING_TR("Open a boundary file …"), "",
                JEJARING_TR("Choose boundaries.gpkg as it was built before, also on another computer")},
    CommandInfo{Command::importBoundaries, JEJARING_TR("Import boundaries from other data …"), "",
                JEJARING_TR("Match the polygons of another file to the regions; nothing is replaced before you have "
                            "seen what matched")},
    CommandInfo{Command::importTable, JEJARING_TR("Import …"), "Ctrl+I",
                JEJARING_TR("Read a table of agreements, visits or indicators; nothing is written before you have seen "
                            "what becomes of each row")},
    CommandInfo{Command::exportPicture, JEJARING_TR("Picture …"), "Ctrl+E",
                JEJARING_TR("Write the map as a picture, with a preview")},
    CommandInfo{Command::exportAtlas, JEJARING_TR("Atlas …"), "",
                JEJARING_TR("Write a page for each of many regions, as one document or a folder")},
    CommandInfo{Command::exportDeck, JEJARING_TR("Sheets …"), "",
                JEJARING_TR("Write the saved sheets, as one document or a folder")},
    CommandInfo{Command::saveTables, JEJARING_TR("Save tables …"), "",
                JEJARING_TR("Write agreements, visits and more for a spreadsheet, as XLSX or CSV")},
    CommandInfo{Command::addSheet, JEJARING_TR("Add a sheet of this view"), "Ctrl+Shift+L",
                JEJARING_TR("Keep what the map shows now as a sheet of the project, to be presented")},
    CommandInfo{Command::presentSheets, JEJARING_TR("Present the sheets"), "F5",
                JEJARING_TR("All sheets on the whole screen, from the first one; Esc leaves")},
    CommandInfo{Command::presentFromSheet, JEJARING_TR("Present from the chosen sheet"), "Shift+F5",
                JEJARING_TR("The sheets on the whole screen, from the chosen one on")},
    CommandInfo{Command::shortcuts, JEJARING_TR("Keyboard shortcuts"), "F1", JEJARING_TR("All keys and what they do")},
    CommandInfo{Command::about, JEJARING_TR("About Jejaring"), "", JEJARING_TR("Version, licences and credits")},
};

void scaleBy(Interface& ui, double step) {
    ui.changeSettings([step](session::Settings& settings) {
        settings.interfaceScale = std::clamp(std::round((settings.interfaceScale + step) * 20) / 20, 0.75, 2.5);
    });
}

void resetLayout(Interface& ui) {
    ui.changeSettings([](session::Settings& settings) {
        const session::Settings fresh;
        settings.leftWidth = fresh.leftWidth;
        settings.rightWidth = fresh.rightWidth;
        settings.bottomHeight = fresh.bottomHeight;
        settings.leftOpen = settings.rightOpen = settings.bottomOpen = true;
    });
    ui.window.asked.reset();
    ui.window.legendWish = scene::LegendWish::automatic;
}

} // namespace

std::span<const CommandInfo> allCommands() {
    return kCommands;
}

const CommandInfo& infoOf(Command command) {
    return *std::find_if(kCommands.begin(), kCommands.end(),
                         [command](const CommandInfo& info) { return info.command == command; });
}

bool available(const Interface& ui, Command command) {
    const session::Session& session = ui.session;
    switch (command) {
    case Command::save:
        return session.project() && (session.modified() || session.projectPath().empty());
    case Command::saveAs:
    case Command::newAgreement:
    case Command::newPartner:
    case Command::newVisit:
    case Command::newActivity:
    case Command::newRisk:
    case Command::newIndicator:
    case Command::newIndicatorValue:
    case Command::weights:
    case Command::sources:
    case Command::importTable:
        return session.project() != nullptr;
    case Command::undo:
        return session.canUndo();
    case Command::redo:
        return session.canRedo();
    case Command::home:
    case Command::zoomIn:
    case Command::zoomOut:
    case Command::search:
    case Command::importBoundaries:
        return session.geometry() != nullptr;
    case Command::exportPicture:
    case Command::exportAtlas:
    case Command::addSheet:
        return session.map() != nullptr;
    case Command::exportDeck:
    case Command::presentSheets:
        return session.map() != nullptr && !session.project()->sheets.empty();
    case Command::presentFromSheet:
        return session.map() != nullptr && session::findSheet(*session.project(), ui.window.sheetId) != nullptr;
    case Command::saveTables:
        return session.project() != nullptr && session.geometry() != nullptr;
    default:
        return true;
    }
}

bool switchedOn(const Interface& ui, Command command) {
    const session::Settings& settings = ui.session.settings();
    switch (command) {
    case Command::foldLeft:
        return shown(ui, Side::left);
    case Command::foldRight:
        return shown(ui, Side::right);
    case Command::foldBottom:
        return shown(ui, Side::bottom);
    case Command::presentation:
        return ui.window.presentation;
    case Command::theme:
        return settings.theme == scene::Theme::light;
    case Command::language:
        return settings.language == text::Language::english;
    default:
        return false;
    }
}

void unlessUnsaved(Interface& ui, std::function<void()> action) {
    if (ui.window.placeWanted) {
        endPlaceWanted(ui, std::nullopt); // a form is open, though folded away
        return;
    }
    if (!ui.session.modified()) {
        action();
        return;
    }
    ui.window.afterUnsaved = std::move(action);
    ui.window.dialog = Dialog::unsaved;
}

void goOnAfterSaving(Interface& ui) {
    if (!ui.window.afterSaving || ui.window.dialog != Dialog::none || ui.session.saving())
        return;
    const std::function<void()> next = std::exchange(ui.window.afterSaving, nullptr);
    if (!ui.session.modified())
        next();
}

void perform(Interface& ui, Command command) {
    if (!available(ui, command))
        return;
    session::Session& session = ui.session;
    WindowState& window = ui.window;
    if (window.placeWanted && (command == Command::undo || command == Command::redo || command == Command::quit)) {
        endPlaceWanted(ui, std::nullopt); // a form is open, though folded away
        return;
    }
    switch (command) {
    case Command::newProject:
        unlessUnsaved(ui, [&session] { session.newProject(); });
        break;
    case Command::open:
        unlessUnsaved(ui, [&window] { window.dialog = Dialog::open; });
        break;
    case Command::openSample:
        unlessUnsaved(ui, [&session] { session.openSample(); });
        break;
    case Command::save:
        if (session.projectPath().empty() || session.readOnly() != session::ReadOnly::no)
            window.dialog = Dialog::saveAs;
        else
            session.saveProject();
        break;
    case Command::saveAs:
        window.dialog = Dialog::saveAs;
        break;
    case Command::quit:
        unlessUnsaved(ui, [&window] { window.leave = true; });
        break;
    case Command::undo:
        session.undo();
        break;
    case Command::redo:
        session.redo();
        break;
    case Command::search:
        window.searchOpen = true;
        break;
    case Command::home:
        session.fly({});
        break;
    case Command::zoomIn:
        window.zoomAsked += std::log(1.6);
        break;
    case Command::zoomOut:
        window.zoomAsked -= std::log(1.6);
        break;
    case Command::foldLeft:
        toggleSide(ui, Side::left);
        break;
    case Command::foldRight:
        toggleSide(ui, Side::right);
        break;
    case Command::foldBottom:
        toggleSide(ui, Side::bottom);
        break;
    case Command::resetLayout:
        resetLayout(ui);
        break;
    case Command::presentation:
        window.presentation = !window.presentation;
        break;
    case Command::theme:
        ui.changeSettings([](session::Settings& settings) {
            settings.theme = settings.theme == scene::Theme::dark ? scene::Theme::light : scene::Theme::dark;
        });
        break;
    case Command::language:
        ui.changeSettings([](session::Settings& settings) {
            settings.language =
                settings.language == text::Language::english ? text::Language::indonesian : text::Language::english;
        });
        break;
    case Command::scaleUp:
        scaleBy(ui, 0.1);
        break;
    case Command::scaleDown:
        scaleBy(ui, -0.1);
        break;
    case Command::scaleReset:
        ui.changeSettings([](session::Settings& settings) { settings.interfaceScale = 1; });
        break;
    case Command::newAgreement:
        openForm(ui, std::make_shared<AgreementForm>(ui, "", chosenRegion(ui)));
        break;
    case Command::newPartner:
        openForm(ui, std::make_shared<PartnerForm>(ui, ""));
        break;
    case Command::newVisit:
        openForm(ui, std::make_shared<VisitForm>(ui, ""));
        break;
    case Command::newActivity:
        openForm(ui, std::make_shared<ActivityForm>(ui, "", chosenRegion(ui)));
        break;
    case Command::newRisk: {
        core::Risk risk;
        risk.region = chosenRegion(ui);
        openForm(ui, std::make_shared<RiskForm>(ui, "", risk));
        break;
    }
    case Command::newIndicator:
        openForm(ui, std::make_shared<IndicatorForm>(ui, ""));
        break;
    case Command::newIndicatorValue: {
        core::IndicatorValue value;
        value.indicatorId = window.indicatorId;
        value.region = chosenRegion(ui);
        openForm(ui, std::make_shared<IndicatorValueForm>(ui, value));
        break;
    }
    case Command::weights:
        window.dialog = Dialog::weights;
        break;
    case Command::sources:
        window.dialog = Dialog::sources;
        break;
    case Command::boundaries:
        window.dialog = Dialog::boundaries;
        break;
    case Command::importBoundaries:
        window.dialog = Dialog::boundaryFile;
        break;
    case Command::importTable:
        window.dialog = Dialog::importFile;
        break;
    case Command::exportPicture:
        window.sheetEdited.clear();
        window.dialog = Dialog::exportPicture;
        break;
    case Command::addSheet:
        addSheetOfView(ui);
        break;
    case Command::presentSheets:
        presentSheets(ui, "");
        break;
    case Command::presentFromSheet:
        presentSheets(ui, window.sheetId);
        break;
    case Command::exportAtlas:
        window.dialog = Dialog::atlas;
        break;
    case Command::exportDeck:
        window.dialog = Dialog::deck;
        break;
    case Command::saveTables:
        window.dialog = Dialog::tables;
        break;
    case Command::shortcuts:
        window.dialog = Dialog::shortcuts;
        break;
    case Command::about:
        window.dialog = Dialog::about;
        break;
    }
    ui.keepMoving();
}

void runShortcuts(Interface& ui) {
    const bool typing = ImGui::GetIO().WantTextInput;
    const bool free = ui.window.dialog == Dialog::none && !ui.window.searchOpen && !ui.window.show.running;
    if (!free)
        return;
    if (ui.window.placeWanted) {
        // Nothing but the click counts; Esc brings the form back as it was.
        if (keyPressed(Key::escape))
            endPlaceWanted(ui, std::nullopt);
        return;
    }
    if (controlDown()) {
        struct Shortcut {
            Key key;
            bool shift;
            bool whileTyping; // does not belong to the text field
            Command command;
        };
        constexpr std::array kShortcuts{
            Shortcut{Key::n, false, true, Command::newProject},
            Shortcut{Key::o, false, true, Command::open},
            Shortcut{Key::s, false, true, Command::save},
            Shortcut{Key::s, true, true, Command::saveAs},
            Shortcut{Key::a, true, false, Command::newAgreement},
            Shortcut{Key::k, true, false, Command::newVisit},
            Shortcut{Key::q, false, true, Command::quit},
            Shortcut{Key::z, false, false, Command::undo},
            Shortcut{Key::z, true, false, Command::redo},
            Shortcut{Key::y, false, false, Command::redo},
            Shortcut{Key::k, false, true, Command::search},
            Shortcut{Key::l, false, true, Command::foldLeft},
            Shortcut{Key::l, true, true, Command::addSheet},
            Shortcut{Key::b, false, true, Command::foldBottom},
            Shortcut{Key::i, false, true, Command::importTable},
            Shortcut{Key::e, false, true, Command::exportPicture},
            Shortcut{Key::zero, false, true, Command::scaleReset},
            Shortcut{Key::minus, false, true, Command::scaleDown},
            Shortcut{Key::keypadMinus, false, true, Command::scaleDown},
            Shortcut{Key::plus, false, true, Command::scaleUp},
            Shortcut{Key::plus, true, true, Command::scaleUp},
            Shortcut{Key::keypadPlus, false, true, Command::scaleUp},
        };
        for (const Shortcut& shortcut : kShortcuts)
            if (keyPressed(shortcut.key) && shortcut.shift == shiftDown() && (shortcut.whileTyping || !typing)) {
                perform(ui, shortcut.command);
                break;
            }
        return;
    }
    if (keyPressed(Key::f11))
        perform(ui, Command::presentation);
    if (keyPressed(Key::f1) || (!typing && shiftDown() && keyPressed(Key::slash)))
        perform(ui, Command::shortcuts);
    if (keyPressed(Key::f5))
        perform(ui, shiftDown() ? Command::presentFromSheet : Command::presentSheets);
    if (keyPressed(Key::f2) && !ui.window.sheetFocused) // there it renames
        perform(ui, Command::foldRight);
    if (keyPressed(Key::escape) && !typing && !ui.window.popupOpen && !ImGui::IsMouseDown(0)) { // which ends a drag
        ui.window.partnerId.clear();
        if (ui.window.presentation)
            ui.window.presentation = false;
        else if (const session::State& state = ui.session.state(); state.selection.empty() && state.agreementId.empty())
            ui.session.chooseVisit("");
        else
            ui.session.clearSelection(); // and with it the agreement
    }
}

} // namespace jejaring::ui
