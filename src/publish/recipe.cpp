// SPDX-License-Identifier: MIT
#include "publish/recipe.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace jejaring::publish {
namespace {

using Json = nlohmann::json;

constexpr int kVersion = 1;

// What is wrong with a text, by the path of the member.
struct Mistake {
    std::string member;
};

// --- writing --------------------------------------------------------------------------------------------------------

Json jsonOf(const scene::Camera& camera) {
    return {{"x", camera.centre.x}, {"y", camera.centre.y}, {"metresPerUnit", camera.metresPerUnit}};
}

Json jsonOf(const scene::Rect& rect) {
    return Json::array({rect.x, rect.y, rect.width, rect.height});
}

Json jsonOf(const analysis::AgreementFilter& filter) {
    Json json = Json::object();
    for (const core::SourceGrade grade : filter.grades)
        json["grades"].push_back(std::string(1, static_cast<char>(grade)));
    for (const core::AgreementKind kind : filter.kinds)
        json["kinds"].push_back(core::agreementKindId(kind));
    if (!filter.sectors.empty())
        json["sectors"] = filter.sectors;
    if (!filter.countries.empty())
        json["countries"] = filter.countries;
    return json;
}

constexpr std::string_view kSeries = "series"; // in the place of an indicator's id

Json jsonOf(const scene::MapView& view) {
    Json json{{"level", scene::mapLevelId(view.level)},
              {"indicator", view.indicator.isSeries() ? kSeries : analysis::indicatorId(view.indicator.kind)},
              {"date", core::isoText(view.date)},
              {"filter", jsonOf(view.filter)},
              {"ownOnly", view.ownOnly},
              {"classes", analysis::classMethodId(view.classMethod)},
              {"classCount", view.classCount},
              {"edges", view.manualEdges},
              {"projection", geo::projectionId(view.projection)},
              {"labels", view.labels},
              {"partnerArcs", view.partnerArcs},
              {"visitRoute", view.visitRoute},
              {"graticule", view.graticule},
              {"northMark", view.northMark},
              {"legend", view.legend},
              {"scaleBar", view.scaleBar}};
    if (view.indicator.isSeries())
        json["series"] = view.indicator.seriesId;
    return json;
}

Json jsonOf(const scene::Layout& layout) {
    Json json{{"template", scene::templateInfo(layout.kind).id}, {"page", scene::pageId(layout.page)}};
    if (layout.theme)
        json["theme"] = scene::themeId(*layout.theme);
    if (layout.language)
        json["language"] = text::languageId(*layout.language);
    if (!layout.region.empty())
        json["region"] = layout.region.text();
    if (!layout.partnerId.empty())
        json["partner"] = layout.partnerId;
    if (!layout.visitId.empty())
        json["visit"] = layout.visitId;
    if (layout.before)
        json["before"] = core::isoText(*layout.before);
    if (!layout.texts.empty())
        json["texts"] = layout.texts;
    if (!layout.hidden.empty())
        json["hidden"] = layout.hidden;
    for (const auto& [id, rect] : layout.moved)
        json["moved"][id] = jsonOf(rect);
    for (const auto& [id, camera] : layout.cameras)
        json["cameras"][id] = jsonOf(camera);
    for (const scene::AddedPart& part : layout.added)
        json["added"].push_back({{"id", part.id},
                                 {"kind", scene::addedKindId(part.kind)},
                                 {"frame", jsonOf(part.frame)},
                                 {"text", part.text},
                                 {"subject", part.subject},
                                 {"size", part.size}});
    return json;
}

Json jsonOf(const Recipe& recipe) {
    const scene::PictureOptions& picture = recipe.picture;
    Json page{{"title", picture.title},
              {"subtitle", picture.subtitle},
              {"country", picture.country},
              {"furniture", picture.furniture},
              {"transparent", picture.transparent}};
    if (picture.camera)
        page["camera"] = jsonOf(*picture.camera);
    if (!recipe.region.empty())
        page["region"] = recipe.region.text();
    Json json{{"version", kVersion},
              {"view", jsonOf(recipe.view)},
              {"picture", page},
              {"theme", scene::themeId(recipe.theme)},
              {"language", text::languageId(recipe.language)},
              {"width", recipe.width},
              {"height", recipe.height},
              {"pixelRatio", recipe.pixelRatio}};
    if (recipe.dotsPerInch > 0)
        json["dotsPerInch"] = recipe.dotsPerInch;
    for (const core::RegionCode& code : recipe.selection)
        json["selection"].push_back(code.text());
    if (!recipe.visitId.empty())
        json["visit"] = recipe.visitId;
    if (!recipe.agreementId.empty())
        json["agreement"] = recipe.agreementId;
    if (recipe.layout)
        json["layout"] = jsonOf(*recipe.layout);
    if (!recipe.notes.empty())
        json["notes"] = recipe.notes;
    return json;
}

// --- reading --------------------------------------------------------------------------------------------------------

// A member of a JSON object, with the way to it for messages.
class Reader {
  public:
    Reader(const Json& json, std::string path) : json_(json), path_(std::move(path)) {
        if (!json_.is_object())
            throw Mistake{path_};
    }

    [[nodiscard]] const Json* find(const char* key) const {
        const auto found = json_.find(key);
        return found == json_.end() || found->is_null() ? nullptr : &*found;
    }
    [[nodiscard]] std::string pathOf(const char* key) const { return path_.empty() ? key : path_ + "." + key; }

    void read(const char* key, bool& value) const {
        if (const Json* found = find(key)) {
            if (!found->is_boolean())
                throw Mistake{pathOf(key)};
            value = found->get<bool>();
        }
    }
    void read(const char* key, std::string& value) const {
        if (const Json* found = find(key)) {
            if (!found->is_string())
                throw Mistake{pathOf(key)};
            value = found->get<std::string>();
        }
    }
    void read(const char* key, double& value) const {
        if (const Json* found = find(key)) {
            if (!found->is_number())
                throw Mistake{pathOf(key)};
            value = found->get<double>();
        }
    }
    template <class Integer> void readWhole(const char* key, Integer& value, Integer low, Integer high) const {
        double number = static_cast<double>(value);
        read(key, number);
        if (number != std::floor(number) || number < static_cast<double>(low) || number > static_cast<double>(high))
            throw Mistake{pathOf(key)};
        value = static_cast<Integer>(number);
    }
    // A word that `parse` knows.
    template <class T, class Parse> void readWord(const char* key, T& value, Parse parse) const {
        std::string word;
        read(key, word);
        if (word.empty())
            return;
        auto parsed = parse(word);
        if (!parsed)
            throw Mistake{pathOf(key)};
        value = *parsed;
    }
    template <class Take> void each(const char* key, Take take) const {
        const Json* found = find(key);
        if (found == nullptr)
            return;
        if (!found->is_array() && !found->is_object())
            throw Mistake{pathOf(key)};
        for (const auto& item : found->items())
            take(item.key(), item.value());
    }

  private:
    const Json& json_;
    std::string path_;
};

std::string wordOf(const Json& json, const std::string& path) {
    if (!json.is_string())
        throw Mistake{path};
    return json.get<std::string>();
}

template <class Parse> auto parsedWord(const Json& json, const std::string& path, Parse parse) {
    auto parsed = parse(wordOf(json, path));
    if (!parsed)
        throw Mistake{path};
    return *parsed;
}

std::optional<core::SourceGrade> parseGrade(const std::string& word) {
    for (const core::SourceGrade grade : {core::SourceGrade::unstated, core::SourceGrade::a, core::SourceGrade::b})
        if (word == std::string(1, static_cast<char>(grade)))
            return grade;
    return std::nullopt;
}

scene::Camera cameraOf(const Json& json, const std::string& path) {
    const Reader reader(json, path);
    scene::Camera camera;
    reader.read("x", camera.centre.x);
    reader.read("y", camera.centre.y);
    reader.read("metresPerUnit", camera.metresPerUnit);
    constexpr double kFarthest = 1e9; // metres; the world is 4e7 wide
    if (!(std::abs(camera.centre.x) <= kFarthest) || !(std::abs(camera.centre.y) <= kFarthest) ||
        !(camera.metresPerUnit >= 1e-2 && camera.metresPerUnit <= 1e6))
        throw Mistake{path};
    return camera;
}

scene::Rect rectOf(const Json& json, const std::string& path) {
    if (!json.is_array() || json.size() != 4)
        throw Mistake{path};
    constexpr double kFarthest = 1e5; // layout units; pages have some thousand
    for (const Json& number : json)
        if (!number.is_number() || !(std::abs(number.get<double>()) <= kFarthest))
            throw Mistake{path};
    if (json[2].get<double>() <= 0 || json[3].get<double>() <= 0)
        throw Mistake{path};
    return {json[0].get<double>(), json[1].get<double>(), json[2].get<double>(), json[3].get<double>()};
}

analysis::AgreementFilter filterOf(const Json& json, const std::string& path) {
    const Reader reader(json, path);
    analysis::AgreementFilter filter;
    reader.each("grades", [&](const auto&, const Json& item) {
        filter.grades.push_back(parsedWord(item, reader.pathOf("grades"), parseGrade));
    });
    reader.each("kinds", [&](const auto&, const Json& item) {
        filter.kinds.push_back(parsedWord(item, reader.pathOf("kinds"), core::parseAgreementKind));
    });
    reader.each("sectors", [&](const auto&, const Json& item) {
        filter.sectors.push_back(wordOf(item, reader.pathOf("sectors")));
    });
    reader.each("countries", [&](const auto&, const Json& item) {
        filter.countries.push_back(wordOf(item, reader.pathOf("countries")));
    });
    return filter;
}

scene::MapView viewOf(const Json& json) {
    const Reader reader(json, "view");
    scene::MapView view;
    reader.readWord("level", view.level, scene::parseMapLevel);
    std::string series;
    reader.read("series", series);
    reader.readWord("indicator", view.indicator, [&](std::string_view id) -> std::optional<analysis::IndicatorChoice> {
        if (id == kSeries && !series.empty())
            return analysis::IndicatorChoice::series(series);
        if (const auto kind = analysis::parseIndicator(id))
            return *kind;
        return std::nullopt;
    });
    reader.readWord("date", view.date, core::parseDay);
    if (const Json* filter = reader.find("filter"))
        view.filter = filterOf(*filter, reader.pathOf("filter"));
    reader.read("ownOnly", view.ownOnly);
    reader.readWord("classes", view.classMethod, analysis::parseClassMethod);
    reader.readWhole<std::size_t>("classCount", view.classCount, 2, 9);
    reader.each("edges", [&](const auto&, const Json& item) {
        if (!item.is_number())
            throw Mistake{reader.pathOf("edges")};
        view.manualEdges.push_back(item.get<double>());
    });
    reader.readWord("projection", view.projection, geo::parseProjection);
    reader.read("labels", view.labels);
    reader.read("partnerArcs", view.partnerArcs);
    reader.read("visitRoute", view.visitRoute);
    reader.read("graticule", view.graticule);
    reader.read("northMark", view.northMark);
    reader.read("legend", view.legend);
    reader.read("scaleBar", view.scaleBar);
    return view;
}

scene::Layout layoutOf(const Json& json) {
    const Reader reader(json, "layout");
    scene::Layout layout;
    reader.readWord("template", layout.kind, scene::parseTemplate);
    reader.readWord("page", layout.page, scene::parsePage);
    reader.readWord("theme", layout.theme, scene::parseTheme);
    reader.readWord("language", layout.language, text::parseLanguage);
    reader.readWord("region", layout.region, core::RegionCode::parse);
    reader.read("partner", layout.partnerId);
    reader.read("visit", layout.visitId);
    reader.readWord("before", layout.before, core::parseDay);
    reader.each("texts", [&](const std::string& key, const Json& item) {
        layout.texts[key] = wordOf(item, reader.pathOf("texts"));
    });
    reader.each("hidden",
                [&](const auto&, const Json& item) { layout.hidden.insert(wordOf(item, reader.pathOf("hidden"))); });
    reader.each("moved", [&](const std::string& key, const Json& item) {
        layout.moved[key] = rectOf(item, reader.pathOf("moved"));
    });
    reader.each("cameras", [&](const std::string& key, const Json& item) {
        layout.cameras[key] = cameraOf(item, reader.pathOf("cameras"));
    });
    reader.each("added", [&](const auto&, const Json& item) {
        const Reader part(item, reader.pathOf("added"));
        scene::AddedPart added;
        part.read("id", added.id);
        part.read("text", added.text);
        part.readWord("kind", added.kind, scene::parseAddedKind);
        part.read("subject", added.subject);
        part.read("size", added.size);
        if (!(added.size >= 4 && added.size <= 400))
            throw Mistake{part.pathOf("size")};
        if (const Json* frame = part.find("frame"))
            added.frame = rectOf(*frame, part.pathOf("frame"));
        layout.added.push_back(std::move(added));
    });
    return layout;
}

Recipe recipeOf(const Json& json) {
    const Reader reader(json, "");
    Recipe recipe;
    if (const Json* view = reader.find("view"))
        recipe.view = viewOf(*view);
    reader.each("selection", [&](const auto&, const Json& item) {
        recipe.selection.push_back(parsedWord(item, "selection", core::RegionCode::parse));
    });
    reader.read("visit", recipe.visitId);
    reader.read("agreement", recipe.agreementId);
    if (const Json* layout = reader.find("layout"))
        recipe.layout = layoutOf(*layout);
    if (const Json* found = reader.find("picture")) {
        const Reader picture(*found, "picture");
        picture.read("title", recipe.picture.title);
        picture.read("subtitle", recipe.picture.subtitle);
        picture.read("country", recipe.picture.country);
        picture.read("furniture", recipe.picture.furniture);
        picture.read("transparent", recipe.picture.transparent);
        picture.readWord("region", recipe.region, core::RegionCode::parse);
        if (const Json* camera = picture.find("camera"))
            recipe.picture.camera = cameraOf(*camera, picture.pathOf("camera"));
    }
    reader.readWord("theme", recipe.theme, scene::parseTheme);
    reader.readWord("language", recipe.language, text::parseLanguage);
    constexpr int kMost = 1 << 16;
    reader.readWhole("width", recipe.width, 1, kMost);
    reader.readWhole("height", recipe.height, 1, kMost);
    reader.read("pixelRatio", recipe.pixelRatio);
    if (!(recipe.pixelRatio > 0) || !std::isfinite(recipe.pixelRatio))
        throw Mistake{"pixelRatio"};
    reader.read("dotsPerInch", recipe.dotsPerInch);
    constexpr double kMostDots = 1e5; // an inch
    if (!(recipe.dotsPerInch >= 0 && recipe.dotsPerInch <= kMostDots))
        throw Mistake{"dotsPerInch"};
    reader.read("notes", recipe.notes);
    scene::setPictureSize(recipe.picture, recipe.width, recipe.height, recipe.pixelRatio);
    return recipe;
}

} // namespace

std::string recipeText(const Recipe& recipe) {
    return jsonOf(recipe).dump(-1, ' ', true, Json::error_handler_t::replace);
}

core::Result<Recipe> parseRecipe(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("The settings of a picture are a JSON object."));
    try {
        int version = kVersion;
        Reader(json, "").readWhole("version", version, 1, 1 << 20);
        if (version > kVersion)
            return core::error(core::ErrorCode::newerSchema,
                               JEJARING_TR("These settings were written by a newer version of Jejaring."));
        return recipeOf(json);
    } catch (const Mistake& mistake) {
        return core::error(core::ErrorCode::wrongFormat,
                           JEJARING_TR("The settings of a picture have a wrong value for {0}."), {mistake.member});
    }
}

} // namespace jejaring::publish
