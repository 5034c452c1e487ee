// SPDX-License-Identifier: MIT
#include "publish/svg_file.hpp"

#include "core/version.hpp"
#include "data/atomic_file.hpp"
#include "publish/base64.hpp"
#include "publish/plain_text.hpp"
#include "publish/svg_path.hpp"
#include "publish/svg_target.hpp"
#include "text/font_subset.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace jejaring::publish {
namespace {

constexpr double kPixelsPerInch = 96; // of CSS, in which a length without a unit is given
constexpr double kMillimetresPerInch = 25.4;
constexpr double kPlayed = 0.8; // of all the work, what playing the list takes

void set(pugi::xml_node node, const char* name, const std::string& value) {
    node.append_attribute(name).set_value(value.c_str());
}

void addText(pugi::xml_node node, const char* name, const std::string& text) {
    if (!text.empty())
        node.append_child(name).text().set(plainText(text).c_str());
}

// A name of a font between single quotes of CSS.
std::string cssName(const std::string& family) {
    std::string name;
    for (const char letter : plainText(family)) {
        if (letter == '\'' || letter == '\\')
            name += '\\';
        name += letter;
    }
    return name;
}

// What the document is, for people's and programs' catalogues (Dublin Core in RDF); and every text as it was given.
void describe(pugi::xml_node root, const DocumentInfo& info) {
    pugi::xml_node metadata = root.append_child("metadata");
    pugi::xml_node rdf = metadata.append_child("rdf:RDF");
    set(rdf, "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    set(rdf, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    pugi::xml_node about = rdf.append_child("rdf:Description");
    set(about, "rdf:about", "");
    addText(about, "dc:format", "image/svg+xml");
    addText(about, "dc:title", info.text("Title"));
    addText(about, "dc:description", info.text("Description"));
    addText(about, "dc:source", info.text("Source"));
    addText(about, "dc:rights", info.text("Copyright"));
    addText(about, "dc:creator", fmt::format("Jejaring {}", core::version()));
    addText(about, "dc:date", info.timestamp());
    addText(about, "dc:language", info.language);
    pugi::xml_node texts = metadata.append_child("jejaring:texts");
    set(texts, "xmlns:jejaring", "urn:x-jejaring:texts");
    for (const auto& [keyword, text] : info.texts) {
        pugi::xml_node node = texts.append_child("jejaring:text");
        set(node, "keyword", plainText(keyword));
        node.text().set(plainText(text).c_str());
    }
}

// The faces that the texts are written in, in the file itself. Those of other families follow the own one: a reader
// takes each letter from the first that has it.
core::Result<std::string> fontRules(const text::FontSet& fonts, const SvgTarget& target) {
    constexpr std::array<int, text::kFontWeightCount> kWeights{400, 500, 600, 700};
    std::vector<std::pair<text::FaceId, const SvgFace*>> faces;
    std::set<std::string> others;
    for (const auto& [id, face] : target.faces()) {
        faces.emplace_back(id, &face);
        if (id >= text::kFontWeightCount)
            others.insert(fmt::format("'{}',", cssName(fonts.family(id))));
    }
    // The numbers of other faces tell in what order they were met.
    const auto rank = [&](const auto& face) {
        const bool own = face.first < text::kFontWeightCount;
        return std::tuple(own ? face.first : text::kFontWeightCount, own ? std::string() : fonts.path(face.first),
                          fonts.faceIndex(face.first));
    };
    std::sort(faces.begin(), faces.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    std::string rules = fmt::format("text{{font-family:'{}',{}'Noto Sans',sans-serif;white-space:pre}}\n",
                                    fonts.family(), fmt::join(others, ""));
    for (const auto& [id, used] : faces) {
        const std::string face = text::subsetFont(fonts.path(id), fonts.faceIndex(id), used->letters);
        if (face.empty() && id >= text::kFontWeightCount)
            continue; // named only
        if (face.empty())
            return core::error(core::ErrorCode::missingFont, JEJARING_TR("The font file {0} cannot be read."),
                               {fonts.path(id)});
        const bool cff = face[0] == 'O';
        // One face may serve texts of several weights, which are not to be drawn bolder than it is.
        const int least = kWeights[static_cast<std::size_t>(*used->weights.begin())];
        const int most = kWeights[static_cast<std::size_t>(*used->weights.rbegin())];
        rules += fmt::format(
            "@font-face{{font-family:'{}';font-weight:{};src:url(data:font/{};base64,{})format('{}')}}\n",
            cssName(fonts.family(id)), least == most ? std::to_string(least) : fmt::format("{} {}", least, most),
            cff ? "otf" : "ttf", base64(face), cff ? "opentype" : "truetype");
    }
    return rules;
}

struct Writer final : pugi::xml_writer {
    explicit Writer(data::AtomicFile& to) : file(to) {}
    void write(const void* bytes, std::size_t count) override {
        file.write(std::span(static_cast<const std::byte*>(bytes), count));
    }
    data::AtomicFile& file;
};

core::Message cancelled(const std::string& path) {
    return core::error(core::ErrorCode::cancelled, JEJARING_TR("Cancelled; {0} was not written."), {path});
}

} // namespace

core::Outcome writeSvg(const scene::DisplayList& list, const std::string& path, const SvgOptions& options,
                       const std::function<bool(double)>& progress) {
    auto opened = data::AtomicFile::create(path, options.overwrite);
    if (!opened)
        return opened.error();
    data::AtomicFile file = std::move(opened).value();

    pugi::xml_document document;
    pugi::xml_node root = document.append_child("svg");
    set(root, "xmlns", "http://www.w3.org/2000/svg");
    set(root, "xmlns:xlink", "http://www.w3.org/1999/xlink"); // by which older readers know pictures
    set(root, "xmlns:inkscape", "http://www.inkscape.org/namespaces/inkscape");
    const auto length = [&](double units) {
        if (options.unitsPerInch == kPixelsPerInch)
            return svgNumber(units);
        return svgNumber(units / options.unitsPerInch * kMillimetresPerInch) + "mm";
    };
    set(root, "width", length(list.width));
    set(root, "height", length(list.height));
    set(root, "viewBox", fmt::format("0 0 {} {}", svgNumber(list.width), svgNumber(list.height)));
    set(root, "xml:lang", plainText(options.info.language));
    addText(root, "title", options.info.text("Title"));
    addText(root, "desc", options.info.text("Description"));
    describe(root, options.info);
    pugi::xml_node style = root.append_child("style");
    pugi::xml_node definitions = root.append_child("defs");
    if (list.background.a > 0) {
        pugi::xml_node ground = root.append_child("rect");
        set(ground, "id", "background");
        set(ground, "width", "100%");
        set(ground, "height", "100%");
        set(ground, "fill",
            fmt::format("#{:02x}{:02x}{:02x}", list.background.r, list.background.g, list.background.b));
        if (list.background.a < 255)
            set(ground, "fill-opacity", svgNumber(list.background.a / 255.0, 3));
    }

    SvgTarget target(root, definitions, list.fonts.get());
    const auto report = [&](double done) { return !progress || progress(done * kPlayed); };
    if (!playVectors(list, options.vectors, target, report))
        return cancelled(path);
    std::string rules;
    if (list.fonts) {
        const core::Result<std::string> faces = fontRules(*list.fonts, target);
        if (!faces)
            return core::Outcome::failure(faces.messages());
        rules = faces.value();
    }
    style.text().set(("\n" + rules + target.rules()).c_str());
    if (definitions.first_child().empty())
        root.remove_child(definitions);

    Writer writer(file);
    document.save(writer, "", pugi::format_indent, pugi::encoding_utf8);
    if (progress && !progress(1))
        return cancelled(path);
    return file.commit();
}

} // namespace jejaring::publish
