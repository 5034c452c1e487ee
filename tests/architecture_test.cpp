// SPDX-License-Identifier: MIT
// Reads the sources and holds what the layout of the folders promises.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = JEJARING_SOURCE_DIR;

// A folder of src/ may include those before it and itself, never those after it.
const std::vector<std::string> kFolders{"core",   "geo",     "analysis", "data", "text", "scene",
                                        "render", "publish", "session",  "ui",   "app"};

// Headers of others (a regular expression for how the name in <> begins), and the folders that may see them.
struct Guarded {
    const char* library;
    const char* header;
    std::vector<std::string> folders;
};
const std::vector<Guarded> kGuarded{
    {"GDAL", "(gdal|ogr|cpl_|vrt)", {"data"}},
    {"OpenGL and EGL", "(epoxy/|EGL/|GL/gl\\.h|GL/glext\\.h|GLES)", {"render", "ui"}},
    {"the GLU tessellator", "GL/glu\\.h", {"geo"}},
    {"GLFW", "GLFW/", {"render", "ui"}},
    {"Dear ImGui", "(imgui|imconfig|misc/freetype/imgui)", {"ui"}},
    {"cairo, zip, pugixml and libdeflate", "(cairo|zip\\.h|zipint|pugixml|libdeflate)", {"publish"}},
    {"libpng and libjpeg-turbo", "(png\\.h|turbojpeg|jpeglib)", {"data", "publish"}},
    {"PROJ", "proj", {"geo"}},
    {"GEOS", "geos", {"geo", "data"}},
    {"fontconfig and HarfBuzz", "(fontconfig/|hb)", {"text"}},
    {"FreeType", "(ft2build|freetype/|FT_)", {"text", "render", "publish", "ui"}}, // cairo takes its faces
    {"SQLite", "sqlite3", {"data"}},
    {"expat", "expat", {"data"}},
    {"CLI11", "CLI/", {"app"}},
};

std::vector<std::string> linesOf(const fs::path& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

bool isSource(const fs::path& file) {
    return file.extension() == ".cpp" || file.extension() == ".hpp";
}

// Files of the project: what lies in its folders, less what is built and fetched.
std::vector<fs::path> projectFiles() {
    std::vector<fs::path> files;
    for (auto entry = fs::recursive_directory_iterator(kRoot); entry != fs::recursive_directory_iterator(); ++entry) {
        const std::string name = entry->path().filename().string();
        if (entry->is_directory() && (name == ".git" || name == "build" || name == "node_modules" || name == ".cache"))
            entry.disable_recursion_pending();
        else if (entry->is_regular_file())
            files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<fs::path> sourcesBelow(const std::string& folder) {
    std::vector<fs::path> files;
    for (const fs::path& file : projectFiles())
        if (isSource(file) && fs::relative(file, kRoot).begin()->string() == folder)
            files.push_back(file);
    return files;
}

// The file and line as an editor finds them.
std::string place(const fs::path& file, std::size_t line) {
    return fs::relative(file, kRoot).string() + ":" + std::to_string(line + 1);
}

// The folder of src/ that a file is in; nothing for a file right below src/.
std::optional<std::size_t> folderOf(const fs::path& file) {
    const auto name = (++fs::relative(file, kRoot).begin())->string();
    const auto found = std::find(kFolders.begin(), kFolders.end(), name);
    return found == kFolders.end() ? std::nullopt : std::optional(std::size_t(found - kFolders.begin()));
}

// What a line includes: "core/region.hpp" or <vector>, with its quotes or brackets; empty for other lines.
std::string includeOf(const std::string& line) {
    static const std::regex kPattern(R"(^\s*#\s*include\s*(.*\S))");
    std::smatch match;
    if (!std::regex_search(line, match, kPattern))
        return {};
    const std::string target = match[1].str();
    if (target.front() == '<' || target.front() == '"')
        return target.substr(0, target.find(target.front() == '<' ? '>' : '"', 1) + 1);
    return "<" + target + ">"; // a macro, as FreeType names its headers
}

// Calls found(file, line, include) for each #include below src/.
template <typename Found> void eachInclude(Found found) {
    for (const fs::path& file : sourcesBelow("src")) {
        const std::vector<std::string> lines = linesOf(file);
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (const std::string include = includeOf(lines[i]); !include.empty())
                found(file, i, include);
    }
}

// The guarded library that a header in <> belongs to; null for all others.
const Guarded* guardedBy(const std::string& include) {
    for (const Guarded& guarded : kGuarded)
        if (std::regex_search(include, std::regex("^<" + std::string(guarded.header))))
            return &guarded;
    return nullptr;
}

// What is wrong with an include in a folder of src/; empty where it may stand.
std::string wrongWith(const std::string& include, const std::string& folder) {
    const std::string head = include.substr(1, include.find('/') - 1);
    const auto target = std::find(kFolders.begin(), kFolders.end(), head);
    if (include.front() == '"') {
        if (target == kFolders.end())
            return "is not written from src/";
        return target > std::find(kFolders.begin(), kFolders.end(), folder) ? "comes after its own folder" : "";
    }
    if (target != kFolders.end() && fs::exists(kRoot / "src" / include.substr(1, include.size() - 2)))
        return "is of this project, and belongs in quotes";
    const Guarded* const guarded = guardedBy(include);
    if (guarded == nullptr ||
        std::find(guarded->folders.begin(), guarded->folders.end(), folder) != guarded->folders.end())
        return "";
    return std::string("may not be seen here: ") + guarded->library;
}

// Text files by what their names end in; files without an ending in scripts/ and .ci/ are shell.
bool isText(const fs::path& file) {
    static const std::vector<std::string> endings{".cpp",  ".hpp", ".vert", ".frag", ".glsl", ".txt",  ".sh",
                                                  ".py",   ".md",  ".csv",  ".json", ".po",   ".pot",  ".supp",
                                                  ".yaml", ".svg", ".1",    ".xml",  ".in",   ".cmake"};
    const std::string parent = file.parent_path().filename().string();
    return parent == "scripts" || parent == ".ci" ||
           std::find(endings.begin(), endings.end(), file.extension()) != endings.end();
}

} // namespace

TEST(Architecture, filesAreFound) {
    EXPECT_GT(sourcesBelow("src").size(), 200U);
    EXPECT_GT(sourcesBelow("tests").size(), 50U);
    const std::vector<fs::path> files = projectFiles();
    for (const char* file : {"README.md", "CMakeLists.txt", ".ci/run", "scripts/test", "assets/lang/id.po",
                             "shaders/glyph.vert", "src/core/region.cpp", "tests/architecture_test.cpp"})
        EXPECT_TRUE(std::binary_search(files.begin(), files.end(), kRoot / file)) << file;
}

TEST(Architecture, everySourceIsInANamedFolder) {
    for (const fs::path& file : sourcesBelow("src"))
        EXPECT_TRUE(folderOf(file)) << place(file, 0) << " is in no folder of the list";
}

TEST(Architecture, theRuleOfIncludesKnowsRightFromWrong) {
    EXPECT_EQ(includeOf("#include \"core/region.hpp\" // why"), "\"core/region.hpp\"");
    EXPECT_EQ(includeOf("  #  include <vector>"), "<vector>");
    EXPECT_EQ(includeOf("#include FT_GLYPH_H"), "<FT_GLYPH_H>");
    EXPECT_EQ(includeOf("// #include <vector>"), "");
    EXPECT_EQ(wrongWith("\"core/region.hpp\"", "data"), "");
    EXPECT_EQ(wrongWith("\"data/table/csv.hpp\"", "data"), "");
    EXPECT_EQ(wrongWith("<gdal_priv.h>", "data"), "");
    EXPECT_EQ(wrongWith("<vector>", "core"), "");
    const std::vector<std::pair<std::string, std::string>> wrong{
        {"\"data/table/csv.hpp\"", "core"}, {"\"csv.hpp\"", "data"}, {"<core/region.hpp>", "data"},
        {"<FT_GLYPH_H>", "data"},           {"<gdal_priv.h>", "ui"}, {"<imgui.h>", "app"},
        {"<epoxy/gl.h>", "publish"},        {"<png.h>", "render"}};
    for (const auto& [include, folder] : wrong)
        EXPECT_NE(wrongWith(include, folder), "") << include << " in " << folder;
}

TEST(Architecture, guardedLibrariesAreKnownByTheirHeaders) {
    for (const char* header : {"gdal_priv.h",
                               "ogrsf_frmts.h",
                               "ogr_core.h",
                               "cpl_vsi.h",
                               "epoxy/gl.h",
                               "epoxy/egl.h",
                               "EGL/egl.h",
                               "GL/glu.h",
                               "GLFW/glfw3.h",
                               "imgui.h",
                               "imgui/backends/imgui_impl_glfw.h",
                               "cairo.h",
                               "cairo-pdf.h",
                               "cairo/cairo.h",
                               "zip.h",
                               "pugixml.hpp",
                               "libdeflate.h",
                               "png.h",
                               "turbojpeg.h",
                               "proj.h",
                               "geos_c.h",
                               "fontconfig/fontconfig.h",
                               "hb.h",
                               "hb-ft.h",
                               "ft2build.h",
                               "sqlite3.h",
                               "expat.h",
                               "CLI/CLI.hpp"})
        EXPECT_NE(guardedBy("<" + std::string(header) + ">"), nullptr) << header;
}

TEST(Architecture, foldersIncludeOnlyWhatTheyMay) {
    std::size_t own = 0;
    std::set<const Guarded*> seen;
    eachInclude([&](const fs::path& file, std::size_t line, const std::string& include) {
        const std::string wrong = wrongWith(include, kFolders.at(*folderOf(file)));
        EXPECT_EQ(wrong, "") << place(file, line) << " includes " << include << ", which " << wrong;
        own += include.front() == '"';
        seen.insert(guardedBy(include));
    });
    EXPECT_GT(own, 500U);
    EXPECT_GT(seen.size(), kGuarded.size() / 2);
}

TEST(Architecture, namespacesAreThoseOfTheFolders) {
    const std::regex pattern(R"(^\s*namespace\s+jejaring::([a-z]+))");
    std::size_t seen = 0;
    for (const fs::path& file : sourcesBelow("src")) {
        const std::vector<std::string> lines = linesOf(file);
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (std::smatch match; std::regex_search(lines[i], match, pattern)) {
                EXPECT_EQ(match[1].str(), kFolders[*folderOf(file)]) << place(file, i);
                ++seen;
            }
    }
    EXPECT_GT(seen, 200U);
}

TEST(Architecture, everyFileStartsWithItsLicence) {
    const std::vector<std::string> endings{".cpp", ".hpp", ".vert", ".frag", ".glsl", ".sh", ".py", ".supp", ".cmake"};
    for (const fs::path& file : projectFiles()) {
        const std::string parent = file.parent_path().filename().string();
        if (file.filename() != "CMakeLists.txt" && parent != "scripts" && parent != ".ci" &&
            std::find(endings.begin(), endings.end(), file.extension()) == endings.end())
            continue;
        const std::vector<std::string> lines = linesOf(file);
        // A shell script's first line and a shader's version come before it.
        const std::size_t first = !lines.empty() && (lines[0].starts_with("#!") || lines[0].starts_with("#version"));
        ASSERT_GT(lines.size(), first) << place(file, 0) << " is empty";
        EXPECT_NE(lines[first].find("SPDX-License-Identifier: MIT"), std::string::npos) << place(file, first);
    }
}

TEST(Architecture, filesStayShort) {
    for (const std::string folder : {"src", "tests"})
        for (const fs::path& file : sourcesBelow(folder))
            EXPECT_LE(linesOf(file).size(), 500U) << place(file, 0);
}

TEST(Architecture, headersAreIncludedOnce) {
    for (const fs::path& file : sourcesBelow("src")) {
        if (file.extension() != ".hpp")
            continue;
        const std::vector<std::string> lines = linesOf(file);
        EXPECT_NE(std::find(lines.begin(), lines.end(), "#pragma once"), lines.end()) << place(file, 0);
    }
}

TEST(Architecture, noFileNamesAMachineOrARegistry) {
    // Home folders, and hosts that packages are downloaded from. Written in pieces, so as not to find themselves.
    const std::regex folder("(^|[\\s\"'=(:,])/(ho"
                            "me|ro"
                            "ot|wo"
                            "rk)/");
    const std::regex host("(registry\\.np"
                          "mjs|deb\\.deb"
                          "ian\\.org|pypi\\.o"
                          "rg|\"resol"
                          "ved\":)");
    for (const fs::path& file : projectFiles()) {
        if (!isText(file))
            continue;
        const std::vector<std::string> lines = linesOf(file);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            EXPECT_FALSE(std::regex_search(lines[i], folder)) << place(file, i) << ": " << lines[i];
            EXPECT_FALSE(std::regex_search(lines[i], host)) << place(file, i) << ": " << lines[i];
        }
    }
}

TEST(Architecture, nothingIsLeftForLater) {
    const std::regex words("\\b(TO"
                           "DO|FIX"
                           "ME|XX"
                           "X)\\b");
    for (const fs::path& file : projectFiles()) {
        if (!isText(file) || file.extension() == ".csv")
            continue;
        const std::vector<std::string> lines = linesOf(file);
        for (std::size_t i = 0; i < lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(lines[i], words)) << place(file, i) << ": " << lines[i];
    }
}
