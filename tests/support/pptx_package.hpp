// SPDX-License-Identifier: MIT
// A presentation taken apart, and the rules of ISO/IEC 29500 that programs rely on when they open one.
#pragma once

#include <gtest/gtest.h>
#include <pugixml.hpp>
#include <zip.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace jejaring::test {

class PptxPackage {
  public:
    // Fails the test where the file is no zip file, and gives an empty package.
    explicit PptxPackage(const std::string& path) {
        int code = 0;
        zip_t* const archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
        EXPECT_NE(archive, nullptr) << path << ": error " << code;
        if (archive == nullptr)
            return;
        for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0)); ++i) {
            zip_stat_t stat{};
            EXPECT_EQ(zip_stat_index(archive, i, 0, &stat), 0);
            std::string content(stat.size, '\0');
            zip_file_t* const file = zip_fopen_index(archive, i, 0);
            EXPECT_EQ(zip_fread(file, content.data(), content.size()), static_cast<zip_int64_t>(content.size()));
            zip_fclose(file);
            order_.emplace_back(stat.name);
            auto document = std::make_unique<pugi::xml_document>();
            if (!order_.back().starts_with("ppt/media/")) {
                const pugi::xml_parse_result parsed = document->load_buffer(content.data(), content.size());
                EXPECT_TRUE(parsed) << stat.name << ": " << parsed.description() << " at " << parsed.offset;
            }
            documents_[stat.name] = std::move(document);
            parts_[stat.name] = std::move(content);
        }
        zip_close(archive);
    }

    [[nodiscard]] const std::vector<std::string>& names() const { return order_; }
    [[nodiscard]] bool has(const std::string& name) const { return parts_.contains(name); }
    [[nodiscard]] std::string text(const std::string& name) const { return has(name) ? parts_.at(name) : ""; }
    [[nodiscard]] pugi::xml_node root(const std::string& name) const {
        return has(name) ? documents_.at(name)->document_element() : pugi::xml_node{};
    }
    [[nodiscard]] pugi::xml_node slide(int number) const {
        return root("ppt/slides/slide" + std::to_string(number) + ".xml");
    }

  private:
    std::vector<std::string> order_;
    std::map<std::string, std::string> parts_;
    std::map<std::string, std::unique_ptr<pugi::xml_document>> documents_;
};

template <class Visit> void eachElement(const pugi::xml_node& node, const Visit& visit) {
    if (node.type() == pugi::node_element)
        visit(node);
    for (const pugi::xml_node child : node.children())
        eachElement(child, visit);
}

// The shape (or group, or line) whose name is `name`; the first one.
inline pugi::xml_node shapeNamed(const pugi::xml_node& slide, const std::string& name) {
    pugi::xml_node found;
    eachElement(slide, [&](const pugi::xml_node& node) {
        if (!found && std::string(node.name()) == "p:cNvPr" && name == node.attribute("name").value())
            found = node.parent().parent();
    });
    return found;
}

// All of its text, paragraphs and breaks as line ends.
inline std::string textOf(const pugi::xml_node& shape) {
    std::string text;
    eachElement(shape, [&](const pugi::xml_node& node) {
        const std::string name = node.name();
        if (name == "a:t")
            text += node.text().get();
        else if (name == "a:br" || (name == "a:p" && node.previous_sibling("a:p")))
            text += '\n';
    });
    return text;
}

// Every target of a relation is there, identifiers are unique, and every r:id of a part has its relation.
inline void expectRelations(const PptxPackage& package) {
    namespace fs = std::filesystem;
    std::set<std::string> reached{"[Content_Types].xml"};
    for (const std::string& name : package.names()) {
        if (!name.ends_with(".rels"))
            continue;
        reached.insert(name);
        const fs::path folder = fs::path(name).parent_path().parent_path();
        const std::string part = (folder / fs::path(name).stem()).string();
        EXPECT_TRUE(name == "_rels/.rels" || package.has(part)) << name << " belongs to no part";
        std::set<std::string> ids;
        for (const pugi::xml_node relation : package.root(name).children("Relationship")) {
            EXPECT_TRUE(ids.insert(relation.attribute("Id").value()).second) << name;
            const std::string target = (folder / relation.attribute("Target").value()).lexically_normal().string();
            EXPECT_TRUE(package.has(target)) << name << " refers to " << target;
            reached.insert(target);
        }
        eachElement(package.root(part), [&](const pugi::xml_node& node) {
            for (const char* attribute : {"r:id", "r:embed", "r:link"})
                EXPECT_TRUE(!node.attribute(attribute) || ids.contains(node.attribute(attribute).value()))
                    << part << ": " << node.name();
        });
    }
    for (const std::string& name : package.names())
        EXPECT_TRUE(reached.contains(name)) << name << " is reached by no relation";
}

inline void expectContentTypes(const PptxPackage& package) {
    ASSERT_FALSE(package.names().empty());
    EXPECT_EQ(package.names().front(), "[Content_Types].xml");
    std::map<std::string, std::string> types;
    std::set<std::string> defaults;
    for (const pugi::xml_node node : package.root("[Content_Types].xml").children()) {
        if (std::string(node.name()) == "Default") {
            defaults.insert(node.attribute("Extension").value());
            continue;
        }
        const std::string part = std::string(node.attribute("PartName").value()).substr(1);
        EXPECT_TRUE(package.has(part)) << part << " has a type and is not there";
        EXPECT_TRUE(types.emplace(part, node.attribute("ContentType").value()).second) << part << " has two types";
    }
    for (const std::string& name : package.names()) {
        if (name == "[Content_Types].xml")
            continue;
        // Parts have types of their own, not that of any XML.
        const bool typed = types.contains(name);
        const bool byEnding = !name.ends_with(".xml") && defaults.contains(name.substr(name.rfind('.') + 1));
        EXPECT_TRUE(typed || byEnding) << name << " has no content type";
    }
}

// The children that an element may have, in the order in which the schema wants them; "x|y" stand in any order.
inline const std::map<std::string, std::vector<std::string>>& schemaOrder() {
    static const std::string fill = "a:noFill|a:solidFill|a:pattFill|a:gradFill|a:blipFill";
    static const std::string shapes = "p:sp|p:grpSp|p:pic|p:cxnSp|p:graphicFrame";
    static const std::map<std::string, std::vector<std::string>> order{
        {"p:presentation",
         {"p:sldMasterIdLst", "p:notesMasterIdLst", "p:sldIdLst", "p:sldSz", "p:notesSz", "p:defaultTextStyle"}},
        {"p:sldMaster", {"p:cSld", "p:clrMap", "p:sldLayoutIdLst", "p:txStyles"}},
        {"p:sldLayout", {"p:cSld", "p:clrMapOvr"}},
        {"p:sld", {"p:cSld", "p:clrMapOvr"}},
        {"p:notes", {"p:cSld", "p:clrMapOvr"}},
        {"p:notesMaster", {"p:cSld", "p:clrMap", "p:notesStyle"}},
        {"p:cSld", {"p:bg", "p:spTree"}},
        {"p:bgPr", {fill, "a:effectLst"}},
        {"p:spTree", {"p:nvGrpSpPr", "p:grpSpPr", shapes}},
        {"p:grpSp", {"p:nvGrpSpPr", "p:grpSpPr", shapes}},
        {"p:nvGrpSpPr", {"p:cNvPr", "p:cNvGrpSpPr", "p:nvPr"}},
        {"p:sp", {"p:nvSpPr", "p:spPr", "p:style", "p:txBody"}},
        {"p:nvSpPr", {"p:cNvPr", "p:cNvSpPr", "p:nvPr"}},
        {"p:pic", {"p:nvPicPr", "p:blipFill", "p:spPr"}},
        {"p:nvPicPr", {"p:cNvPr", "p:cNvPicPr", "p:nvPr"}},
        {"p:graphicFrame", {"p:nvGraphicFramePr", "p:xfrm", "a:graphic"}},
        {"p:nvGraphicFramePr", {"p:cNvPr", "p:cNvGraphicFramePr", "p:nvPr"}},
        {"p:xfrm", {"a:off", "a:ext"}},
        {"a:tbl", {"a:tblPr", "a:tblGrid", "a:tr"}},
        {"a:tc", {"a:txBody", "a:tcPr"}},
        {"a:txBody", {"a:bodyPr", "a:lstStyle", "a:p"}},
        {"a:tcPr", {"a:lnL", "a:lnR", "a:lnT", "a:lnB", fill}},
        {"p:blipFill", {"a:blip", "a:srcRect", "a:stretch"}},
        {"p:cNvPr", {"a:hlinkClick", "a:extLst"}},
        {"p:spPr", {"a:xfrm", "a:custGeom|a:prstGeom", fill, "a:ln", "a:effectLst"}},
        {"p:grpSpPr", {"a:xfrm", fill, "a:effectLst"}},
        {"p:txBody", {"a:bodyPr", "a:lstStyle", "a:p"}},
        {"p:txStyles", {"p:titleStyle", "p:bodyStyle", "p:otherStyle"}},
        {"a:xfrm", {"a:off", "a:ext", "a:chOff", "a:chExt"}},
        {"a:custGeom", {"a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst", "a:rect", "a:pathLst"}},
        {"a:path", {"a:moveTo|a:lnTo|a:close"}},
        {"a:pattFill", {"a:fgClr", "a:bgClr"}},
        {"a:ln", {fill, "a:prstDash|a:custDash", "a:round|a:bevel|a:miter", "a:headEnd", "a:tailEnd"}},
        {"a:p", {"a:pPr", "a:r|a:br|a:fld", "a:endParaRPr"}},
        {"a:pPr", {"a:lnSpc", "a:spcBef", "a:spcAft"}},
        {"a:lnSpc", {"a:spcPct|a:spcPts"}},
        {"a:r", {"a:rPr", "a:t"}},
        {"a:br", {"a:rPr"}},
        {"a:rPr", {"a:ln", fill, "a:effectLst", "a:latin", "a:ea", "a:cs", "a:hlinkClick"}},
        {"a:defRPr", {"a:ln", fill, "a:effectLst", "a:latin", "a:ea", "a:cs"}},
        {"a:bodyPr", {"a:noAutofit|a:normAutofit|a:spAutoFit"}},
        {"a:theme", {"a:themeElements", "a:objectDefaults", "a:extraClrSchemeLst"}},
        {"a:themeElements", {"a:clrScheme", "a:fontScheme", "a:fmtScheme"}},
        {"a:clrScheme",
         {"a:dk1", "a:lt1", "a:dk2", "a:lt2", "a:accent1", "a:accent2", "a:accent3", "a:accent4", "a:accent5",
          "a:accent6", "a:hlink", "a:folHlink"}},
        {"a:fontScheme", {"a:majorFont", "a:minorFont"}},
        {"a:majorFont", {"a:latin", "a:ea", "a:cs"}},
        {"a:fmtScheme", {"a:fillStyleLst", "a:lnStyleLst", "a:effectStyleLst", "a:bgFillStyleLst"}},
    };
    return order;
}

inline void expectSchemaOrder(const PptxPackage& package) {
    std::size_t checked = 0;
    for (const std::string& name : package.names()) {
        if (!name.starts_with("ppt/"))
            continue;
        eachElement(package.root(name), [&](const pugi::xml_node& node) {
            const auto rule = schemaOrder().find(node.name());
            if (rule == schemaOrder().end())
                return;
            ++checked;
            std::size_t place = 0;
            for (const pugi::xml_node child : node.children()) {
                const std::string wanted = std::string("|") + child.name() + "|";
                while (place < rule->second.size() &&
                       ("|" + rule->second[place] + "|").find(wanted) == std::string::npos)
                    ++place;
                ASSERT_LT(place, rule->second.size())
                    << name << ": " << child.name() << " out of place in " << node.name();
            }
        });
    }
    EXPECT_GT(checked, 50U);
}

// Identifiers are unique in each part, numbers are in the range of their types, and paths stay in their boxes.
inline void expectValues(const PptxPackage& package) {
    for (const std::string& name : package.names()) {
        std::set<std::string> ids;
        eachElement(package.root(name), [&](const pugi::xml_node& node) {
            const std::string element = node.name();
            const auto number = [&node](const char* attribute) { return node.attribute(attribute).as_llong(-1); };
            if (element == "p:cNvPr") {
                EXPECT_TRUE(ids.insert(node.attribute("id").value()).second) << name << ": " << number("id");
                EXPECT_GT(number("id"), 0);
                EXPECT_TRUE(node.attribute("name"));
            } else if (element == "a:ext" && node.attribute("cx")) {
                EXPECT_GE(number("cx"), 0) << name;
                EXPECT_GE(number("cy"), 0) << name;
            } else if (element == "a:tbl") { // a cell of each row for each column, as wide and as high as the frame
                long long width = 0;
                std::ptrdiff_t columns = 0;
                for (const pugi::xml_node column : node.child("a:tblGrid").children("a:gridCol")) {
                    width += column.attribute("w").as_llong(-1);
                    ++columns;
                }
                long long height = 0;
                for (const pugi::xml_node row : node.children("a:tr")) {
                    height += row.attribute("h").as_llong(-1);
                    const auto cells = row.children("a:tc");
                    EXPECT_EQ(std::distance(cells.begin(), cells.end()), columns) << name;
                }
                const pugi::xml_node frame = node.parent().parent().parent();
                EXPECT_STREQ(frame.parent().name(), "p:spTree") << name << ": programs do not group tables";
                EXPECT_EQ(width, frame.child("p:xfrm").child("a:ext").attribute("cx").as_llong()) << name;
                EXPECT_EQ(height, frame.child("p:xfrm").child("a:ext").attribute("cy").as_llong()) << name;
            } else if (element == "a:path") {
                EXPECT_GT(number("w"), 0) << name;
                EXPECT_GT(number("h"), 0) << name;
                EXPECT_STREQ(node.first_child().name(), "a:moveTo") << name;
            } else if (element == "a:pt") {
                const pugi::xml_node path = node.parent().parent();
                ASSERT_TRUE(number("x") >= 0 && number("x") <= path.attribute("w").as_llong()) << name;
                ASSERT_TRUE(number("y") >= 0 && number("y") <= path.attribute("h").as_llong()) << name;
            } else if (element == "a:srgbClr") {
                const std::string value = node.attribute("val").value();
                EXPECT_TRUE(value.size() == 6 && value.find_first_not_of("0123456789ABCDEF") == std::string::npos)
                    << value;
            } else if (element == "a:alpha") {
                EXPECT_TRUE(number("val") >= 0 && number("val") <= 100000) << number("val");
            } else if (element == "a:rPr" && node.attribute("sz")) {
                EXPECT_TRUE(number("sz") >= 100 && number("sz") <= 400000) << number("sz");
            } else if (element == "a:xfrm" && node.attribute("rot")) {
                EXPECT_TRUE(number("rot") >= 0 && number("rot") < 21600000) << number("rot");
            }
        });
    }
    std::set<long long> ids;
    for (const char* part : {"ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml"})
        eachElement(package.root(part), [&](const pugi::xml_node& node) {
            const std::string element = node.name();
            const long long id = node.attribute("id").as_llong();
            if (element == "p:sldMasterId" || element == "p:sldLayoutId") {
                EXPECT_GE(id, 2147483648LL);
                EXPECT_TRUE(ids.insert(id).second) << id;
            } else if (element == "p:sldId") {
                EXPECT_TRUE(id >= 256 && id < 2147483648LL && ids.insert(id).second) << id;
            }
        });
}

// Placeholders stand in no group, and those of slides are in their layout.
inline void expectPlaceholders(const PptxPackage& package) {
    std::set<std::string> known;
    eachElement(package.root("ppt/slideLayouts/slideLayout1.xml"), [&](const pugi::xml_node& node) {
        if (std::string(node.name()) == "p:ph")
            known.insert(std::string(node.attribute("type").value()) + node.attribute("idx").value());
    });
    for (const std::string& name : package.names()) {
        std::set<std::string> used;
        if (name.starts_with("ppt/slides/slide"))
            eachElement(package.root(name), [&](const pugi::xml_node& node) {
                if (std::string(node.name()) != "p:ph")
                    return;
                const std::string key = std::string(node.attribute("type").value()) + node.attribute("idx").value();
                EXPECT_TRUE(known.contains(key)) << name << ": " << key;
                EXPECT_TRUE(used.insert(key).second) << name << ": " << key << " twice";
                EXPECT_STREQ(node.parent().parent().parent().parent().name(), "p:spTree") << name;
            });
    }
}

inline void expectSoundPackage(const PptxPackage& package) {
    expectRelations(package);
    expectContentTypes(package);
    expectSchemaOrder(package);
    expectValues(package);
    expectPlaceholders(package);
}

} // namespace jejaring::test
