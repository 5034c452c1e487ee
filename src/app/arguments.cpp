// SPDX-License-Identifier: MIT
#include "app/arguments.hpp"

#include "app/log.hpp"
#include "core/version.hpp"
#include "session/search.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <system_error>

namespace jejaring::app {
namespace {

// Help in the language asked for, with the exit codes below the options of the program itself.
class Formatter : public CLI::Formatter {
  public:
    explicit Formatter(const Console& console) : console_(console) {
        label("Usage", console.tr(JEJARING_TR("Usage")));
        label("OPTIONS", console.tr(JEJARING_TR("OPTIONS")));
        label("SUBCOMMAND", console.tr(JEJARING_TR("COMMAND")));
        label("SUBCOMMANDS", console.tr(JEJARING_TR("COMMANDS")));
        label("Positionals", console.tr(JEJARING_TR("Arguments")));
        label("Options", console.tr(JEJARING_TR("Options")));
        label("Subcommands", console.tr(JEJARING_TR("Commands")));
        label("TEXT", console.tr(JEJARING_TR("TEXT")));
        label("REQUIRED", console.tr(JEJARING_TR("(required)")));
        column_width(34);
    }
    std::string make_footer(const CLI::App* app) const override {
        if (app->get_parent() != nullptr)
            return "";
        std::string text = "\n" + console_.tr(JEJARING_TR("Exit codes")) + ":\n";
        for (const ExitCodeMeaning& line : exitCodeTable())
            text += fmt::format("  {:<4}{}\n", static_cast<int>(line.code), console_.tr(line.meaning));
        return text + "\n" + console_.tr(JEJARING_TR("The log is {0}."), {logPath()}) + "\n";
    }

  private:
    const Console& console_;
};

class Parser {
  public:
    explicit Parser(const Console& console)
        : console_(console), app_(tr(JEJARING_TR("A map of Indonesian regional cooperation.")), "jejaring") {
        app_.formatter(std::make_shared<Formatter>(console));
        app_.option_defaults()->group(tr(JEJARING_TR("Options")));
        // Inherited by all commands; their values are read by languageOf() before.
        help(app_);
        app_.set_version_flag("--version", fmt::format("jejaring {}", core::version()),
                              tr(JEJARING_TR("Print the version")));
        app_.require_subcommand(0, 1);
        addWindow();
        addExport();
        addAtlas();
        addDeck();
        addInfo();
        addSample();
        addImport();
        addTable();
        addBoundaries();
    }

    Command parse(int argc, const char* const* argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::CallForHelp& call) {
            app_.exit(call);
            return Finished{};
        } catch (const CLI::CallForVersion& call) {
            app_.exit(call);
            return Finished{};
        } catch (const CLI::ExtrasError& error) {
            // "jejaring exprot sample": the first word was taken for a project.
            return isUnknownWord(window_.project) ? unknownCommand(window_.project) : wrongUsage(reasonOf(error));
        } catch (const CLI::ParseError& error) {
            return wrongUsage(reasonOf(error));
        }
        for (const CLI::Option* const option : names_)
            for (const std::string& value : option->results())
                if (value.empty())
                    return wrongUsage(console_.tr(JEJARING_TR("{0} is empty; give a name"),
                                                  {option->get_name(option->get_positional())}));
        if (!language_.empty() && !text::parseLanguage(language_))
            return wrongUsage(console_.tr(JEJARING_TR("--lang is id or en, not {0}"), {language_}));
        // A command's own words come after it: "exprot sample" is no project and the command sample.
        if (!window_.project.empty() && !app_.get_subcommands().empty())
            return isUnknownWord(window_.project)
                       ? unknownCommand(window_.project)
                       : wrongUsage(console_.tr(JEJARING_TR("not expected: {0}"), {window_.project}));
        if (export_->parsed())
            return exporting_;
        if (atlas_->parsed())
            return gathering_;
        if (deck_->parsed())
            return presenting_;
        if (info_->parsed())
            return information_;
        if (sample_->parsed())
            return sampling_;
        if (tables_->parsed())
            return taking_;
        if (table_->parsed())
            return giving_;
        if (build_->parsed())
            return building_;
        if (import_->parsed() && !importing_.codeField.empty() && !importing_.nameField.empty())
            return wrongUsage(tr(JEJARING_TR("--code and --name exclude each other")));
        if (import_->parsed())
            return importing_;
        if (boundaries_->parsed())
            return wrongUsage(tr(JEJARING_TR("say what to do with the boundaries: build or import")));
        if (isUnknownWord(window_.project))
            return unknownCommand(window_.project);
        window_.language = text::parseLanguage(language_);
        return window_;
    }

  private:
    std::string tr(std::string_view id) const { return console_.tr(id); }

    Finished wrongUsage(const std::string& what) const {
        const ExitCode code =
            console_.fail(core::error(core::ErrorCode::invalidArgument, JEJARING_TR("Wrong arguments: {0}"), {what}));
        console_.progress(tr(JEJARING_TR("jejaring --help lists them.")));
        return {code};
    }
    // A word where a command or a project is expected that is no command, no file, and not written as one.
    static bool isUnknownWord(const std::string& word) {
        std::error_code ignored;
        return !word.empty() && !namesSample(word) && word.find('/') == std::string::npos && !word.ends_with(".gpkg") &&
               !std::filesystem::exists(word, ignored);
    }
    Finished unknownCommand(const std::string& word) const {
        const ExitCode code = console_.fail(
            core::error(core::ErrorCode::invalidArgument, JEJARING_TR("{0} is neither a command nor a file."), {word}));
        const std::string nearest = nearestCommand(word);
        console_.progress(nearest.empty() ? tr(JEJARING_TR("jejaring --help lists the commands."))
                                          : console_.tr(JEJARING_TR("Did you mean: {0}"), {"jejaring " + nearest}));
        return {code};
    }
    // The command that was most likely meant; empty where none is like the word.
    std::string nearestCommand(const std::string& word) const {
        std::string nearest;
        std::size_t least = word.size() / 2 + 1; // of two letters or more at least half are right
        for (const CLI::App* const each : app_.get_subcommands([](const CLI::App*) { return true; })) {
            const std::string& name = each->get_name();
            const std::size_t distance =
                word.size() >= 3 && name.starts_with(word) ? 1 : session::editDistance(word, name);
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }
    // What the library found wrong, in our words: its own are in English only.
    std::string reasonOf(const CLI::ParseError& error) const {
        if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
            const std::vector<std::string> extras = app_.remaining(true);
            return console_.tr(JEJARING_TR("not expected: {0}"), {fmt::format("{}", fmt::join(extras, " "))});
        }
        // Its texts begin with the argument's name.
        const std::string_view what = error.what();
        std::string name(what.substr(0, what.find_first_of(": ")));
        if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
            return console_.tr(JEJARING_TR("{0} is required"), {name});
        if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
            if (!name.starts_with('-'))
                name.insert(0, "--"); // a flag's
            const CLI::Option* const option = optionOf(name);
            if (option != nullptr && option->get_expected_max() == 0)
                return console_.tr(JEJARING_TR("{0} takes no value"), {name});
            if (option != nullptr && option->count() > 1)
                return console_.tr(JEJARING_TR("{0} is given more than once"), {name});
            return console_.tr(JEJARING_TR("{0} needs a value"), {name});
        }
        return error.what();
    }
    // Of the commands that were named.
    const CLI::Option* optionOf(const std::string& name) const {
        for (const CLI::App* app = &app_; app != nullptr;) {
            if (const CLI::Option* const option = app->get_option_no_throw(name))
                return option;
            const std::vector<const CLI::App*> parsed =
                app->get_subcommands([](const CLI::App* command) { return command->parsed(); });
            app = parsed.empty() ? nullptr : parsed.front();
        }
        return nullptr;
    }

    void help(CLI::App& app) { app.set_help_flag("-h,--help", tr(JEJARING_TR("Print this help"))); }
    void flag(CLI::App& app, const char* name, bool& value, std::string_view description) {
        app.add_flag(name, value, tr(description))->disable_flag_override();
    }
    // Help names it alone, without the kind of value that options have.
    CLI::Option* positional(CLI::App& app, const std::string& name, std::string& value, std::string_view description) {
        return named(app.add_option(name, value, tr(description))->type_name(""));
    }
    // An option whose value is the name of a file, which is never empty.
    CLI::Option* named(CLI::Option* option) {
        names_.push_back(option);
        return option;
    }
    void language(CLI::App& app) {
        app.add_option("--lang", language_, tr(JEJARING_TR("Language of the messages and of the picture: id or en")));
    }
    void boundaries(CLI::App& app, std::string& value) {
        named(
            app.add_option("--boundaries", value, tr(JEJARING_TR("Boundaries to be used instead of the user's own"))));
    }
    CLI::App* command(CLI::App& parent, const char* name, std::string_view description) {
        CLI::App* const app = parent.add_subcommand(name, tr(description));
        app->group(tr(JEJARING_TR("Commands")));
        help(*app);
        language(*app);
        return app;
    }

    void addWindow() {
        positional(app_, project_, window_.project, JEJARING_TR("Project to be opened; sample: the built-in one"));
        language(app_);
        boundaries(app_, window_.boundaries);
        app_.add_option("--ui-state", window_.uiState)->group("");
    }

    void addExport() {
        export_ = command(app_, "export", JEJARING_TR("Write a picture of the map, without a window"));
        CLI::App& app = *export_;
        positional(app, project_, exporting_.project, JEJARING_TR("Project file; sample: the built-in one"))
            ->required();
        named(app.add_option("-o,--output", exporting_.output,
                             tr(JEJARING_TR("Picture to be written: a .png, .pdf, .svg or .pptx file"))))
            ->required();
        app.add_option(
            "--from", exporting_.from,
            tr(JEJARING_TR("A PNG picture that Jejaring wrote: the same is written again, with the same settings")));
        app.add_option("--size", exporting_.size, tr(JEJARING_TR("Width x height in pixels; default 3840x2160")));
        app.add_option(
            "--scale", exporting_.scale,
            tr(JEJARING_TR("Pixels a layout unit; default: as many as make the layout as large as 1920x1080")));
        app.add_option("--level", exporting_.level, tr(JEJARING_TR("otomatis (default), provinsi or kabkota")));
        app.add_option("--region", exporting_.region,
                       tr(JEJARING_TR("Code of the region to be shown, e.g. 64 or 64.01")));
        app.add_option("--title", exporting_.title, tr(JEJARING_TR("Title instead of the one made of the choices")));
        app.add_option("--subtitle", exporting_.subtitle, tr(JEJARING_TR("Line below the title, likewise")));
        app.add_option("--template", exporting_.layout,
                       tr(JEJARING_TR("A designed page instead of the plain map: choropleth, partners, itinerary, "
                                      "before-after, profile, region-brief, partner-brief or visit-brief")));
        app.add_option("--page", exporting_.page,
                       tr(JEJARING_TR("With --template: 16:9, 4:3, a4, a4-portrait, a3, a3-portrait or width x height "
                                      "in millimetres, as 210x297; default: what the template is made for")));
        app.add_option(
            "--dpi", exporting_.dpi,
            tr(JEJARING_TR("Dots an inch, 30 to 1200: with --template they decide the size in pixels (default "
                           "288), else the picture states them (default 300)")));
        app.add_option("--partner", exporting_.partner,
                       tr(JEJARING_TR("With --template: id or name of the partner it is about")));
        app.add_option("--visit", exporting_.visit, tr(JEJARING_TR("With --template: id of the visit it is about")));
        app.add_option("--before", exporting_.before,
                       tr(JEJARING_TR("With --template before-after: the earlier day, YYYY-MM-DD; default ten years "
                                      "before")));
        flag(app, "--transparent", exporting_.transparent,
             JEJARING_TR("No sea behind the land, and no ground of the page"));
        flag(app, "--no-furniture", exporting_.noFurniture,
             JEJARING_TR(
                 "The map and its names alone (--no-labels takes those, too), without title, legend, scale bar and "
                 "source line"));
        flag(app, "--force", exporting_.force, JEJARING_TR("Replace the file where it exists"));
        addLook(app, exporting_);
    }

    // How a picture looks, whatever it shows.
    void addLook(CLI::App& app, ExportArguments& picture) {
        app.add_option("--indicator", picture.indicator,
                       tr(JEJARING_TR("impact (default), agreements, countries, or an indicator of the project by its "
                                      "id or name (jejaring info lists them)")));
        app.add_option("--date", picture.date, tr(JEJARING_TR("Day of the map, YYYY-MM-DD; default today")));
        app.add_option("--sectors", picture.filter.sectors,
                       tr(JEJARING_TR("Only agreements of these sectors, with commas")));
        app.add_option("--countries", picture.filter.countries,
                       tr(JEJARING_TR("Only agreements with partners in these countries, with commas: names or ISO "
                                      "codes")));
        app.add_option("--kinds", picture.filter.kinds,
                       tr(JEJARING_TR("Only agreements of these kinds, with commas: KSDD, KSDPK, KSDPL, KSDLL")));
        app.add_option("--grades", picture.filter.grades,
                       tr(JEJARING_TR("Only agreements from sources of this grade: A (government or partner) or B "
                                      "(press or journal)")));
        flag(app, "--own-only", picture.filter.ownOnly,
             JEJARING_TR("A province's own agreements, without those of its kabupaten/kota"));
        app.add_option("--theme", picture.theme, tr(JEJARING_TR("light (default) or dark")));
        app.add_option("--projection", picture.projection,
                       tr(JEJARING_TR("equal-earth (default), mercator or plate-carree")));
        app.add_option("--classes", picture.classes,
                       tr(JEJARING_TR("fixed (default), quantile, equal, natural or pretty, with :N for N classes, or "
                                      "manual:A,B,C with the edges")));
        flag(app, "--no-labels", picture.noLabels, JEJARING_TR("No names on the map"));
        flag(app, "--graticule", picture.graticule, JEJARING_TR("Lines of latitude and longitude"));
        flag(app, "--north-mark", picture.northMark, JEJARING_TR("An arrow that shows where north is"));
        boundaries(app, picture.boundaries);
    }

    void addAtlas() {
        atlas_ = command(app_, "atlas", JEJARING_TR("Write a page for each of many regions, without a window"));
        CLI::App& app = *atlas_;
        ExportArguments& page = gathering_.page;
        positional(app, project_, page.project, JEJARING_TR("Project file; sample: the built-in one"))->required();
        named(app.add_option("-o,--output", page.output,
                             tr(JEJARING_TR("One .pdf or .pptx file, or a folder for a file each: FOLDER/"))))
            ->required();
        app.add_option("--level", gathering_.level, tr(JEJARING_TR("Pages of provinsi or kabkota (default)")));
        app.add_option("--regions", gathering_.regions,
                       tr(JEJARING_TR("all (default), record for those with a record, or codes with commas, as "
                                      "64.01,64.71; a province's code stands for its kabupaten/kota")));
        app.add_option("--template", page.layout,
                       tr(JEJARING_TR("region-brief (default), profile, partners or choropleth")));
        app.add_option("--page", page.page,
                       tr(JEJARING_TR("16:9, 4:3, a4, a4-portrait, a3, a3-portrait or width x height in millimetres, "
                                      "as 210x297; default: what the template is made for")));
        app.add_option("--dpi", page.dpi, tr(JEJARING_TR("Dots an inch, 30 to 1200; default 288")));
        app.add_option(
            "--title", page.title,
            tr(JEJARING_TR("Title of each page; {name}, {code}, {province}, {impact}, {date} and {indicator} "
                           "stand for what they say")));
        app.add_option("--subtitle", page.subtitle, tr(JEJARING_TR("Line below the title, likewise")));
        app.add_option("--name", gathering_.name,
                       tr(JEJARING_TR("Name of each file in a folder, likewise; default \"{code} {name}\"")));
        app.add_option("--format", gathering_.format,
                       tr(JEJARING_TR("Of the files in a folder: png (default), pdf, svg or pptx")));
        addLook(app, page);
        flag(app, "--force", page.force, JEJARING_TR("Replace the file where it exists; a folder's other files stay"));
    }

    void addDeck() {
        deck_ = command(app_, "deck", JEJARING_TR("Write the sheets of a project, without a window"));
        CLI::App& app = *deck_;
        positional(app, project_, presenting_.project, JEJARING_TR("Project file; sample: the built-in one"))
            ->required();
        named(app.add_option("-o,--output", presenting_.output,
                             tr(JEJARING_TR("One .pdf or .pptx file, or a folder for a file each: FOLDER/"))))
            ->required();
        app.add_option("--format", presenting_.format,
                       tr(JEJARING_TR("Of the files in a folder: png (default), pdf, svg or pptx")));
        flag(app, "--force", presenting_.force,
             JEJARING_TR("Replace the file where it exists; a folder's other files stay"));
        boundaries(app, presenting_.boundaries);
    }

    void addInfo() {
        info_ = command(app_, "info", JEJARING_TR("Tell what a project holds"));
        positional(*info_, project_, information_.project, JEJARING_TR("Project file; sample: the built-in one"))
            ->required();
        info_->add_option("--date", information_.date, tr(JEJARING_TR("Day of the scores, YYYY-MM-DD; default today")));
        flag(*info_, "--json", information_.json, JEJARING_TR("As JSON, for scripts"));
        boundaries(*info_, information_.boundaries);
    }

    void addSample() {
        sample_ = command(app_, "sample", JEJARING_TR("Write the built-in sample as a project"));
        named(sample_->add_option("-o,--output", sampling_.output, tr(JEJARING_TR("Project file to be written"))))
            ->required();
        flag(*sample_, "--force", sampling_.force, JEJARING_TR("Replace the file where it exists"));
    }

    void addImport() {
        tables_ = command(app_, "import", JEJARING_TR("Take tables of agreements, visits and more into a project"));
        positional(*tables_, project_, taking_.project, JEJARING_TR("Project file; made where it is not there"))
            ->required();
        named(
            tables_->add_option(file_, taking_.files, tr(JEJARING_TR("Tables: XLSX, ODS, CSV, GeoPackage or GeoJSON"))))
            ->type_name("")
            ->required();
        tables_->add_option(
            "--as", taking_.kind,
            tr(JEJARING_TR("What the tables hold: agreements, visits, stops, activities, indicators or risks")));
        named(tables_->add_option("--map", taking_.mapping, tr(JEJARING_TR("JSON that says what the columns hold"))));
        named(tables_->add_option("--report", taking_.report,
                                  tr(JEJARING_TR("JSON to be written: what became of each row"))));
        flag(*tables_, "--dry-run", taking_.dryRun, JEJARING_TR("Say what would be done, and write no project"));
        flag(*tables_, "--force", taking_.force,
             JEJARING_TR("Take the table's where it and the user both changed a row"));
        boundaries(*tables_, taking_.boundaries);
    }

    void addTable() {
        table_ = command(app_, "table", JEJARING_TR("Write a project's records as tables for spreadsheets"));
        positional(*table_, project_, giving_.project, JEJARING_TR("Project file; sample: the built-in one"))
            ->required();
        named(table_->add_option("-o,--output", giving_.output, tr(JEJARING_TR("Table to be written, .xlsx or .csv"))))
            ->required();
        table_->add_option(
            "--table", giving_.table,
            tr(JEJARING_TR("Which: agreements, visits, stops, activities, indicators or risks; default all, in CSV "
                           "agreements")));
        flag(*table_, "--force", giving_.force, JEJARING_TR("Replace the file where it exists"));
        boundaries(*table_, giving_.boundaries);
    }

    void addBoundaries() {
        boundaries_ = app_.add_subcommand("boundaries", tr(JEJARING_TR("Build or import the boundaries of regions")));
        boundaries_->group(tr(JEJARING_TR("Commands")));
        help(*boundaries_);
        language(*boundaries_);
        boundaries_->require_subcommand(0, 1);
        build_ = command(*boundaries_, "build",
                         JEJARING_TR("Make today's 38 provinces and 514 kabupaten/kota from the installed packages"));
        named(build_->add_option("--packages", building_.packages,
                                 tr(JEJARING_TR("Folder node_modules that holds the packages"))));
        flag(*build_, "--with-district", building_.districts, JEJARING_TR("Write the kecamatan, too"));
        flag(*build_, "--with-village", building_.villages, JEJARING_TR("Write the villages, too"));
        named(build_->add_option("-o,--output", building_.output,
                                 tr(JEJARING_TR("File to be written instead of the user's own boundaries"))));
        flag(*build_, "--json", building_.json, JEJARING_TR("The report as JSON, for scripts"));
        import_ = command(*boundaries_, "import", JEJARING_TR("Take boundaries from any file that GDAL reads"));
        positional(*import_, file_, importing_.file, JEJARING_TR("File with polygons"))->required();
        import_->add_option("--layer", importing_.layer, tr(JEJARING_TR("Layer; default: the first with polygons")));
        import_->add_option("--code", importing_.codeField, tr(JEJARING_TR("Field with codes of regions")));
        import_->add_option("--name", importing_.nameField, tr(JEJARING_TR("Field with names of regions")));
        import_->add_option("--credit", importing_.credit, tr(JEJARING_TR("Who made them, for the line on pictures")));
        named(import_->add_option("--base", importing_.base,
                                  tr(JEJARING_TR("Boundaries that give what the file does not hold"))));
        named(import_->add_option("-o,--output", importing_.output,
                                  tr(JEJARING_TR("File to be written instead of the user's own boundaries"))));
        flag(*import_, "--json", importing_.json, JEJARING_TR("The report as JSON, for scripts"));
    }

    const Console& console_;
    const std::string project_ = console_.tr(JEJARING_TR("PROJECT")); // as help and messages call it
    const std::string file_ = console_.tr(JEJARING_TR("FILE"));
    CLI::App app_;
    CLI::App* export_ = nullptr;
    CLI::App* atlas_ = nullptr;
    CLI::App* deck_ = nullptr;
    CLI::App* info_ = nullptr;
    CLI::App* sample_ = nullptr;
    CLI::App* tables_ = nullptr;
    CLI::App* table_ = nullptr;
    CLI::App* boundaries_ = nullptr;
    CLI::App* build_ = nullptr;
    CLI::App* import_ = nullptr;
    std::vector<const CLI::Option*> names_;
    std::string language_;
    WindowArguments window_;
    ExportArguments exporting_;
    AtlasArguments gathering_;
    DeckArguments presenting_;
    InfoArguments information_;
    SampleArguments sampling_;
    ImportArguments taking_;
    TableArguments giving_;
    BoundariesBuildArguments building_;
    BoundariesImportArguments importing_;
};

} // namespace

text::Language languageOf(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        std::optional<text::Language> language;
        if (argument == "--lang" && i + 1 < argc)
            language = text::parseLanguage(argv[i + 1]);
        else if (argument.starts_with("--lang="))
            language = text::parseLanguage(argument.substr(7));
        if (language)
            return *language;
    }
    return languageOfEnvironment();
}

Command parseArguments(int argc, const char* const* argv, const Console& console) {
    return Parser(console).parse(argc, argv);
}

bool namesSample(const std::string& project) {
    return project == "sample" || project == "contoh";
}

} // namespace jejaring::app
