// SPDX-License-Identifier: MIT
#include "publish/pptx_parts.hpp"

#include "core/version.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace jejaring::publish {
namespace {

constexpr std::string_view kRelationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kContentType = "application/vnd.openxmlformats-officedocument.presentationml.";
// Identifiers of masters and layouts share one range, and slides have one of their own.
constexpr std::uint32_t kMasterId = 2147483648U;
constexpr std::uint32_t kFirstSlideId = 256;

struct Relation {
    std::string type; // after kRelationType
    std::string target;
};

// Relations get the identifiers rId1, rId2 ... in order.
std::string relations(const std::vector<Relation>& list) {
    std::string xml = std::string(kXmlHead) +
                      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (std::size_t i = 0; i < list.size(); ++i)
        xml += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}{}\" Target=\"{}\"/>", i + 1, kRelationType,
                           list[i].type, list[i].target);
    return xml + "</Relationships>";
}

std::string packageRelations() {
    return fmt::format(
        "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"{}officeDocument\" Target=\"ppt/presentation.xml\"/>"
        "<Relationship Id=\"rId2\" "
        "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
        "Target=\"docProps/core.xml\"/>"
        "<Relationship Id=\"rId3\" Type=\"{}extended-properties\" Target=\"docProps/app.xml\"/></Relationships>",
        kXmlHead, kRelationType, kRelationType);
}

std::string contentTypes(const PresentationFrame& frame) {
    std::string xml = fmt::format(
        "{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Default Extension=\"png\" ContentType=\"image/png\"/>"
        "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>",
        kXmlHead);
    const auto part = [&xml](std::string_view name, std::string_view type) {
        xml += fmt::format("<Override PartName=\"/{}\" ContentType=\"{}\"/>", name, type);
    };
    const auto presentation = [&part](std::string_view name, std::string_view kind) {
        part(name, fmt::format("{}{}+xml", kContentType, kind));
    };
    presentation("ppt/presentation.xml", "presentation.main");
    presentation("ppt/slideMasters/slideMaster1.xml", "slideMaster");
    presentation("ppt/slideLayouts/slideLayout1.xml", "slideLayout");
    presentation("ppt/slideLayouts/slideLayout2.xml", "slideLayout");
    presentation("ppt/notesMasters/notesMaster1.xml", "notesMaster");
    for (std::size_t i = 0; i < frame.slides.size(); ++i) {
        presentation(fmt::format("ppt/slides/slide{}.xml", i + 1), "slide");
        if (frame.slides[i])
            presentation(fmt::format("ppt/notesSlides/notesSlide{}.xml", i + 1), "notesSlide");
    }
    presentation("ppt/presProps.xml", "presProps");
    presentation("ppt/viewProps.xml", "viewProps");
    presentation("ppt/tableStyles.xml", "tableStyles");
    for (const int theme : {1, 2})
        part(fmt::format("ppt/theme/theme{}.xml", theme), "application/vnd.openxmlformats-officedocument.theme+xml");
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    return xml + "</Types>";
}

std::string coreProperties(const PresentationFrame& frame) {
    std::string xml = fmt::format(
        "{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
        kXmlHead);
    const auto element = [&xml](std::string_view name, std::string_view text) {
        if (!text.empty())
            xml += fmt::format("<{0}>{1}</{0}>", name, xmlEscaped(text));
    };
    element("dc:title", frame.title);
    element("dc:subject", frame.subject);
    element("dc:creator", fmt::format("Jejaring {}", core::version()));
    element("dc:description", frame.description);
    element("dc:language", languageTag(frame.language));
    for (const std::string_view name : {"dcterms:created", "dcterms:modified"})
        if (!frame.moment.empty())
            xml += fmt::format("<{0} xsi:type=\"dcterms:W3CDTF\">{1}</{0}>", name, frame.moment);
    return xml + "</cp:coreProperties>";
}

std::string extendedProperties(const PresentationFrame& frame) {
    const auto notes = std::count(frame.slides.begin(), frame.slides.end(), true);
    return fmt::format(
        "{}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
        "<TotalTime>0</TotalTime><Application>Jejaring</Application><PresentationFormat>{}</PresentationFormat>"
        "<Slides>{}</Slides><Notes>{}</Notes><HiddenSlides>0</HiddenSlides></Properties>",
        kXmlHead, frame.size.width * 9 == frame.size.height * 16 ? "Widescreen" : "Custom", frame.slides.size(), notes);
}

// Text styles of nine levels, all alike.
std::string levels(std::string_view content) {
    std::string xml;
    for (int level = 1; level <= 9; ++level)
        xml += fmt::format("<a:lvl{0}pPr marL=\"0\" algn=\"l\" defTabSz=\"914400\" rtl=\"0\" eaLnBrk=\"1\" "
                           "latinLnBrk=\"0\" hangingPunct=\"1\">{1}</a:lvl{0}pPr>",
                           level, content);
    return xml;
}

std::string runStyle(int size, bool bold, std::string_view color, std::string_view font) {
    return fmt::format("<a:defRPr sz=\"{}\"{} kern=\"1200\"><a:solidFill><a:schemeClr val=\"{}\"/></a:solidFill>"
                       "<a:latin typeface=\"+{}-lt\"/><a:ea typeface=\"+{}-ea\"/><a:cs typeface=\"+{}-cs\"/>"
                       "</a:defRPr>",
                       size, bold ? " b=\"1\"" : "", color, font, font, font);
}

std::string presentation(const PresentationFrame& frame) {
    std::string slides;
    for (std::size_t i = 0; i < frame.slides.size(); ++i)
        slides += fmt::format("<p:sldId id=\"{}\" r:id=\"rId{}\"/>", kFirstSlideId + i, i + 7);
    return fmt::format(
        "{}<p:presentation {} saveSubsetFonts=\"1\" autoCompressPictures=\"0\"><p:sldMasterIdLst><p:sldMasterId "
        "id=\"{}\" r:id=\"rId1\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/>"
        "</p:notesMasterIdLst><p:sldIdLst>{}</p:sldIdLst><p:sldSz cx=\"{}\" cy=\"{}\"/>"
        "<p:notesSz cx=\"6858000\" cy=\"9144000\"/><p:defaultTextStyle><a:defPPr><a:defRPr lang=\"{}\"/></a:defPPr>{}"
        "</p:defaultTextStyle></p:presentation>",
        kXmlHead, kDrawingNamespaces, kMasterId, slides, frame.size.width, frame.size.height,
        languageTag(frame.language), levels(runStyle(1800, false, "tx1", "mn")));
}

std::string presentationRelations(const PresentationFrame& frame) {
    std::vector<Relation> list{{"slideMaster", "slideMasters/slideMaster1.xml"},
                               {"notesMaster", "notesMasters/notesMaster1.xml"},
                               {"presProps", "presProps.xml"},
                               {"viewProps", "viewProps.xml"},
                               {"theme", "theme/theme1.xml"},
                               {"tableStyles", "tableStyles.xml"}};
    for (std::size_t i = 0; i < frame.slides.size(); ++i)
        list.push_back({"slide", fmt::format("slides/slide{}.xml", i + 1)});
    return relations(list);
}

std::string theme(const PresentationFrame& frame) {
    constexpr std::array<std::string_view, 12> kSlots{"dk1",     "lt1",     "dk2",     "lt2",
                                                      "accent1", "accent2", "accent3", "accent4",
                                                      "accent5", "accent6", "hlink",   "folHlink"};
    std::string colors;
    for (std::size_t i = 0; i < kSlots.size(); ++i) {
        const scene::Color& c = frame.colors.slots()[i];
        colors += fmt::format("<a:{0}><a:srgbClr val=\"{1:02X}{2:02X}{3:02X}\"/></a:{0}>", kSlots[i], c.r, c.g, c.b);
    }
    std::string fonts;
    // The shape numbers of a plain sans serif, so that what takes the font's place where it is missing looks like one.
    for (const std::string_view kind : {"majorFont", "minorFont"})
        fonts += fmt::format("<a:{0}><a:latin typeface=\"{1}\" panose=\"020B0604020202020204\"/><a:ea typeface=\"\"/>"
                             "<a:cs typeface=\"\"/></a:{0}>",
                             kind, xmlEscaped(frame.font));
    constexpr std::string_view kPlain = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    std::string lines;
    for (const int width : {6350, 12700, 19050})
        lines += fmt::format("<a:ln w=\"{}\" cap=\"flat\" cmpd=\"sng\" algn=\"ctr\">{}<a:prstDash val=\"solid\"/>"
                             "<a:miter lim=\"800000\"/></a:ln>",
                             width, kPlain);
    return fmt::format(
        "{0}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Jejaring {1}\">"
        "<a:themeElements><a:clrScheme name=\"Jejaring {1}\">{2}</a:clrScheme>"
        "<a:fontScheme name=\"Jejaring\">{3}</a:fontScheme><a:fmtScheme name=\"Jejaring\">"
        "<a:fillStyleLst>{4}{4}{4}</a:fillStyleLst><a:lnStyleLst>{5}</a:lnStyleLst><a:effectStyleLst>{6}{6}{6}"
        "</a:effectStyleLst><a:bgFillStyleLst>{4}{4}{4}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>",
        kXmlHead, scene::themeId(frame.colors.theme()), colors, fonts, kPlain, lines,
        "<a:effectStyle><a:effectLst/></a:effectStyle>");
}

constexpr std::string_view kEmptyTree =
    "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
    "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm>"
    "</p:grpSpPr>";
constexpr std::string_view kPlainGround =
    "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>";

struct Box {
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;
};

// A place for text of a master or layout. `kind` are the attributes of <p:ph>.
std::string textPlace(int id, std::string_view name, std::string_view kind, const Box& box, std::string_view body,
                      std::string_view prompt, text::Language language) {
    return fmt::format(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{}\" name=\"{}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>"
        "<p:ph {}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm>"
        "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody>{}<a:p><a:r><a:rPr lang=\"{}\"/>"
        "<a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>",
        id, name, kind, box.x, box.y, box.width, box.height, body, languageTag(language), xmlEscaped(prompt));
}

constexpr std::string_view kTextBody =
    "<a:bodyPr vert=\"horz\" wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"t\">"
    "<a:noAutofit/></a:bodyPr><a:lstStyle/>";

struct Places {
    Box title;
    Box subtitle;
    Box body;
};

Places placesOf(const SlideSize& size) {
    const std::int64_t x = size.width * 4 / 100;
    const std::int64_t width = size.width - 2 * x;
    const auto down = [&size](int share) { return size.height * share / 1000; };
    return {{x, down(52), width, down(62)}, {x, down(116), width, down(40)}, {x, down(180), width, down(720)}};
}

// Type follows the page as in the pictures: by the root of its area.
int typeSize(const SlideSize& size, double points) {
    const double area = static_cast<double>(size.width) * static_cast<double>(size.height);
    return std::clamp(static_cast<int>(points * 100 * std::sqrt(area / (12192000.0 * 6858000.0))), 100, 40000);
}

std::string slideMaster(const PresentationFrame& frame) {
    const Places places = placesOf(frame.size);
    const text::Language language = frame.language;
    const bool dark = frame.colors.theme() == scene::Theme::dark;
    const std::string prompt = text::translate(language, JEJARING_TR("Title"));
    return fmt::format(
        "{}<p:sldMaster {}><p:cSld>{}<p:spTree>{}{}{}</p:spTree></p:cSld><p:clrMap {} accent1=\"accent1\" "
        "accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" "
        "hlink=\"hlink\" folHlink=\"folHlink\"/><p:sldLayoutIdLst><p:sldLayoutId id=\"{}\" r:id=\"rId1\"/>"
        "<p:sldLayoutId id=\"{}\" r:id=\"rId2\"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>{}</p:titleStyle>"
        "<p:bodyStyle>{}</p:bodyStyle><p:otherStyle>{}</p:otherStyle></p:txStyles></p:sldMaster>",
        kXmlHead, kDrawingNamespaces, kPlainGround, kEmptyTree,
        textPlace(2, "Title", "type=\"title\"", places.title, kTextBody, prompt, language),
        textPlace(3, "Text", "type=\"body\" idx=\"1\"", places.body, kTextBody,
                  text::translate(language, JEJARING_TR("Text")), language),
        dark ? "bg1=\"dk1\" tx1=\"lt1\" bg2=\"dk2\" tx2=\"lt2\"" : "bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\"",
        kMasterId + 1, kMasterId + 2, levels(runStyle(typeSize(frame.size, 23), true, "tx1", "mj")),
        levels(runStyle(typeSize(frame.size, 14), false, "tx1", "mn")), levels(runStyle(1800, false, "tx1", "mn")));
}

std::string slideLayout(const PresentationFrame& frame, bool titled) {
    const Places places = placesOf(frame.size);
    const text::Language language = frame.language;
    std::string shapes;
    if (titled) {
        shapes = textPlace(2, "Title", "type=\"title\"", places.title, kTextBody,
                           text::translate(language, JEJARING_TR("Title")), language);
        const std::string subtitle =
            std::string(kTextBody.substr(0, kTextBody.find("<a:lstStyle/>"))) + "<a:lstStyle>" +
            levels("<a:buNone/>" + runStyle(typeSize(frame.size, 11), false, "tx2", "mn")) + "</a:lstStyle>";
        shapes += textPlace(3, "Subtitle", "type=\"body\" sz=\"quarter\" idx=\"13\"", places.subtitle, subtitle,
                            text::translate(language, JEJARING_TR("Subtitle")), language);
    }
    return fmt::format("{}<p:sldLayout {} type=\"{}\" preserve=\"1\"><p:cSld name=\"{}\"><p:spTree>{}{}</p:spTree>"
                       "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
                       kXmlHead, kDrawingNamespaces, titled ? "titleOnly" : "blank",
                       xmlEscaped(titled ? text::translate(language, JEJARING_TR("Title and map"))
                                         : text::translate(language, JEJARING_TR("Map alone"))),
                       kEmptyTree, shapes);
}

std::string notesMaster(const PresentationFrame& frame) {
    const text::Language language = frame.language;
    // As wide as the page of notes leaves room for, in the slide's shape.
    const double shape = static_cast<double>(frame.size.height) / static_cast<double>(frame.size.width);
    Box image{685800, 685800, 5486400, 0};
    image.height = std::min<std::int64_t>(static_cast<std::int64_t>(static_cast<double>(image.width) * shape), 3600000);
    image.width = static_cast<std::int64_t>(static_cast<double>(image.height) / shape);
    image.x = (6858000 - image.width) / 2;
    return fmt::format(
        "{}<p:notesMaster {}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill>"
        "<a:effectLst/></p:bgPr></p:bg><p:spTree>{}"
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" "
        "noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr>"
        "<a:xfrm><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
        "</a:prstGeom><a:noFill/><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"808080\"/></a:solidFill></a:ln>"
        "</p:spPr></p:sp>{}</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" "
        "accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" "
        "accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/><p:notesStyle>{}</p:notesStyle></p:notesMaster>",
        kXmlHead, kDrawingNamespaces, kEmptyTree, image.x, image.y, image.width, image.height,
        textPlace(3, "Notes", "type=\"body\" sz=\"quarter\" idx=\"3\"", {685800, 4572000, 5486400, 3886200}, kTextBody,
                  text::translate(language, JEJARING_TR("Notes")), language),
        levels(runStyle(1200, false, "tx1", "mn")));
}

} // namespace

std::string_view languageTag(text::Language language) {
    return language == text::Language::indonesian ? "id-ID" : "en-GB";
}

void addFrame(ZipStream& package, const PresentationFrame& frame) {
    package.add("[Content_Types].xml", contentTypes(frame));
    package.add("_rels/.rels", packageRelations());
    package.add("docProps/app.xml", extendedProperties(frame));
    package.add("docProps/core.xml", coreProperties(frame));
    package.add("ppt/presentation.xml", presentation(frame));
    package.add("ppt/_rels/presentation.xml.rels", presentationRelations(frame));
    const auto properties = [&package](const char* part, std::string_view element, std::string_view rest) {
        package.add(part, fmt::format("{}<{} {}{}", kXmlHead, element, kDrawingNamespaces, rest));
    };
    properties("ppt/presProps.xml", "p:presentationPr", "/>");
    properties("ppt/viewProps.xml", "p:viewPr", "/>");
    package.add("ppt/tableStyles.xml",
                fmt::format("{}<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                            "def=\"{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}\"/>",
                            kXmlHead));
    package.add("ppt/theme/theme1.xml", theme(frame));
    // Pages of notes are printed: theirs is the light theme.
    PresentationFrame notes = frame;
    notes.colors = ThemeColors(scene::Theme::light);
    package.add("ppt/theme/theme2.xml", theme(notes));
    package.add("ppt/slideMasters/slideMaster1.xml", slideMaster(frame));
    package.add("ppt/slideMasters/_rels/slideMaster1.xml.rels",
                relations({{"slideLayout", "../slideLayouts/slideLayout1.xml"},
                           {"slideLayout", "../slideLayouts/slideLayout2.xml"},
                           {"theme", "../theme/theme1.xml"}}));
    for (const int number : {1, 2}) {
        package.add(fmt::format("ppt/slideLayouts/slideLayout{}.xml", number), slideLayout(frame, number == 1));
        package.add(fmt::format("ppt/slideLayouts/_rels/slideLayout{}.xml.rels", number),
                    relations({{"slideMaster", "../slideMasters/slideMaster1.xml"}}));
    }
    package.add("ppt/notesMasters/notesMaster1.xml", notesMaster(frame));
    package.add("ppt/notesMasters/_rels/notesMaster1.xml.rels", relations({{"theme", "../theme/theme2.xml"}}));
}

void addRelations(ZipStream& package, const SlideRelations& slide) {
    std::vector<Relation> list{{"slideLayout", fmt::format("../slideLayouts/slideLayout{}.xml", slide.titled ? 1 : 2)}};
    for (const std::string& picture : slide.pictures)
        list.push_back({"image", "../media/" + picture});
    if (slide.notes) {
        list.push_back({"notesSlide", fmt::format("../notesSlides/notesSlide{}.xml", slide.number)});
        package.add(fmt::format("ppt/notesSlides/_rels/notesSlide{}.xml.rels", slide.number),
                    relations({{"notesMaster", "../notesMasters/notesMaster1.xml"},
                               {"slide", fmt::format("../slides/slide{}.xml", slide.number)}}));
    }
    package.add(fmt::format("ppt/slides/_rels/slide{}.xml.rels", slide.number), relations(list));
}

} // namespace jejaring::publish
