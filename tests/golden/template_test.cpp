// SPDX-License-Identifier: MIT
// Every template in both themes and both languages: as a picture against its reference in tests/golden/templates; and
// as PDF, SVG and PPTX, drawn by programs that had no part in them, against the same picture.
#include "golden/reference.hpp"
#include "publish/pdf_file.hpp"
#include "publish/pptx_file.hpp"
#include "publish/svg_file.hpp"
#include "scene/layout.hpp"
#include "support/headless_test.hpp"
#include "support/run_program.hpp"
#include "support/synthetic_project.hpp"
#include "support/temporary_folder.hpp"

#include <fmt/format.h>

#include <regex>

using namespace jejaring;

namespace {

constexpr core::Day kToday{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(22)};
constexpr double kRatio = 0.5; // pixels a layout unit: 800 x 450 for a slide

// How the programs of others may draw a page. Letters differ at their edges (each program has its own antialiasing),
// patterns and haloes in their grain: so means over fields of kField pixels are compared, and of those the mean
// difference of a channel, 0 to 255, and the share of fields of which a channel differs by more than an eighth of its
// range. Measured with poppler 22.12, librsvg 2.54 and LibreOffice 7.4: about two thirds of these.
constexpr int kField = 5;
struct Tolerance {
    double mean;
    double far;
};

struct Case {
    scene::TemplateKind kind;
    scene::Theme theme;
    text::Language language;
    [[nodiscard]] std::string name() const {
        return fmt::format("{}-{}-{}", scene::templateInfo(kind).id, scene::themeId(theme), text::languageId(language));
    }
};

void PrintTo(const Case& each, std::ostream* out) {
    *out << each.name();
}

std::vector<Case> allCases() {
    std::vector<Case> cases;
    for (const scene::TemplateInfo& info : scene::templates())
        for (const scene::Theme theme : {scene::Theme::light, scene::Theme::dark})
            for (const text::Language language : {text::Language::indonesian, text::Language::english})
                cases.push_back({info.kind, theme, language});
    return cases;
}

template <class Base> class TemplatePages : public test::HeadlessMapTest<Base> {
  protected:
    static void SetUpTestSuite() {
        test::HeadlessMapTest<Base>::SetUpTestSuite();
        text::initTranslations(JEJARING_BINARY_DIR "/share/locale");
    }
    static scene::LaidOut page(const Case& each) {
        static const std::shared_ptr<const core::Project> project = test::syntheticProject();
        scene::MapView view;
        view.date = kToday;
        scene::Layout layout;
        layout.kind = each.kind;
        layout.page = *scene::parsePage(scene::templateInfo(each.kind).page);
        layout.region = each.kind == scene::TemplateKind::choropleth ? core::RegionCode() : test::code("92.01");
        layout.partnerId = "P2";
        layout.visitId = each.kind == scene::TemplateKind::choropleth ? "" : "V1";
        scene::LayoutInput input;
        input.map = scene::prepare(project, TemplatePages::map_, view, kToday);
        input.look.theme = each.theme;
        input.look.language = each.language;
        input.look.fonts = TemplatePages::fonts_;
        input.credit = "rekaan";
        return scene::layOut(input, layout);
    }
    static publish::Pixels picture(const scene::DisplayList& list, double ratio = kRatio) {
        auto drawn = publish::renderToPixels(*TemplatePages::renderer_, list, ratio);
        EXPECT_TRUE(drawn.ok());
        return drawn.ok() ? std::move(drawn).value() : publish::Pixels{};
    }
    static core::Image fields(const publish::Pixels& pixels) {
        return core::scaledDown({pixels.width, pixels.height, pixels.rgba}, pixels.width / kField,
                                pixels.height / kField);
    }
    static void expectLike(const publish::Pixels& drawn, const publish::Pixels& ours, const Tolerance& tolerance,
                           const std::string& name) {
        ASSERT_EQ(drawn.width, ours.width) << name;
        ASSERT_EQ(drawn.height, ours.height) << name;
        const core::Image theirFields = fields(drawn);
        const core::Image ourFields = fields(ours);
        double sum = 0;
        std::size_t far = 0;
        for (std::size_t i = 0; i < ourFields.rgba.size(); i += 4) {
            int most = 0;
            for (std::size_t c = i; c < i + 3; ++c) {
                const int off = std::abs(int{theirFields.rgba[c]} - int{ourFields.rgba[c]});
                sum += off;
                most = std::max(most, off);
            }
            far += most > 32 ? 1 : 0;
        }
        const double count = static_cast<double>(ourFields.rgba.size()) / 4;
        const double mean = sum / (3 * count);
        const double share = static_cast<double>(far) / count;
        testing::Test::RecordProperty(name + "-mean", fmt::format("{:.3f}", mean));
        testing::Test::RecordProperty(name + "-far", fmt::format("{:.4f}", share));
        if (mean <= tolerance.mean && share <= tolerance.far)
            return;
        const std::filesystem::path failed = std::filesystem::path(JEJARING_BINARY_DIR) / "golden" / (name + ".png");
        test::keepPicture(drawn, failed);
        test::keepPicture(ours, failed.parent_path() / (name + "-ours.png"));
        ADD_FAILURE() << name << ": mean difference " << mean << ", share of far fields " << share
                      << "; drawn: " << failed << ", ours beside it";
    }
    test::TemporaryFolder folder_;
};

class TemplatePicture : public TemplatePages<testing::TestWithParam<Case>> {};
class TemplateDocuments : public TemplatePages<testing::Test> {};

// Pages drawn by poppler at the size of our picture.
publish::Pixels pageOf(const std::string& pdf, std::size_t number, const publish::Pixels& size,
                       const test::TemporaryFolder& folder) {
    const std::string png = folder.file("page");
    const auto ran =
        test::runProgram(fmt::format("pdftoppm -png -singlefile -f {0} -l {0} -scale-to-x {1} -scale-to-y {2} "
                                     "'{3}' '{4}'",
                                     number, size.width, size.height, pdf, png));
    EXPECT_EQ(ran.status, 0) << ran.text;
    return test::readPng(png + ".png");
}

std::string withoutSpaces(std::string text) {
    for (const std::string space : {" ", "\n", "\f", "\r", "\u00a0"})
        for (std::size_t at = 0; (at = text.find(space, at)) != std::string::npos;)
            text.erase(at, space.size());
    return text;
}

} // namespace

TEST_P(TemplatePicture, LooksAsItDid) {
    test::expectLikeReference(picture(page(GetParam()).list), "templates/" + GetParam().name());
}

INSTANTIATE_TEST_SUITE_P(All, TemplatePicture, testing::ValuesIn(allCases()),
                         [](const testing::TestParamInfo<Case>& each) {
                             std::string name = each.param.name();
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST_F(TemplateDocuments, TwiceAsManyPixelsShowTheSameSharper) {
    for (const Case& each : allCases()) {
        const scene::DisplayList list = page(each).list;
        const publish::Pixels once = picture(list);
        const publish::Pixels twice = picture(list, 2 * kRatio);
        ASSERT_NEAR(twice.width, 2 * once.width, 1); // sides are whole pixels
        ASSERT_NEAR(twice.height, 2 * once.height, 1);
        const core::Image small = core::scaledDown({twice.width, twice.height, twice.rgba}, once.width, once.height);
        publish::Pixels downscaled = once;
        downscaled.rgba = small.rgba;
        // Where the sides are not quite twice as long, the letters are a little smeared.
        const bool exact = twice.width == 2 * once.width && twice.height == 2 * once.height;
        expectLike(downscaled, once, exact ? Tolerance{0.8, 0.0005} : Tolerance{1.5, 0.001}, each.name() + "-twice");
    }
}

TEST_F(TemplateDocuments, PdfShowsTheSameAndHasEveryTextAsText) {
    if (!test::programExists("pdftoppm") || !test::programExists("pdftotext"))
        GTEST_SKIP() << "poppler-utils is not installed (see scripts/packages-test)";
    const std::vector<Case> cases = allCases();
    std::vector<scene::DisplayList> pages;
    pages.reserve(cases.size());
    for (const Case& each : cases)
        pages.push_back(page(each).list);
    const std::string path = folder_.file("templates.pdf");
    ASSERT_TRUE(publish::writePdf(pages, path, {}).ok());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const publish::Pixels ours = picture(pages[i]);
        expectLike(pageOf(path, i + 1, ours, folder_), ours, {2.7, 0.005}, cases[i].name() + "-pdf");
        const auto read = test::runProgram(fmt::format("pdftotext -raw -f {0} -l {0} '{1}' -", i + 1, path));
        ASSERT_EQ(read.status, 0) << read.text;
        const std::string words = withoutSpaces(read.text);
        for (const scene::Item& item : pages[i].items)
            if (const auto* run = std::get_if<scene::GlyphRun>(&item)) {
                EXPECT_NE(words.find(withoutSpaces(run->string)), std::string::npos)
                    << cases[i].name() << ": " << run->string;
            }
    }
}

TEST_F(TemplateDocuments, SvgShowsTheSame) {
    if (!test::programExists("rsvg-convert"))
        GTEST_SKIP() << "librsvg2-bin is not installed (see scripts/packages-test)";
    for (const Case& each : allCases()) {
        const scene::DisplayList list = page(each).list;
        const std::string path = folder_.file(each.name() + ".svg");
        ASSERT_TRUE(publish::writeSvg(list, path, {}).ok());
        const publish::Pixels ours = picture(list);
        const std::string png = folder_.file("drawn.png");
        const auto ran =
            test::runProgram(fmt::format("rsvg-convert -w {} -h {} -o '{}' '{}'", ours.width, ours.height, png, path));
        ASSERT_EQ(ran.status, 0) << ran.text;
        expectLike(test::readPng(png), ours, {1.3, 0.001}, each.name() + "-svg");
    }
}

// Words of a page that stand on each other, as where a line that was broken already is broken again: both of each pair.
std::string wordsOnEachOther(const std::string& pdf, std::size_t page) {
    struct Word {
        double left = 0;
        double top = 0;
        double right = 0;
        double bottom = 0;
        std::string text;
    };
    const auto read = test::runProgram(fmt::format("pdftotext -bbox -f {0} -l {0} '{1}' -", page, pdf));
    EXPECT_EQ(read.status, 0) << read.text;
    static const std::regex kWord(
        R"re(<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<)re");
    std::vector<Word> words;
    for (std::sregex_iterator at(read.text.begin(), read.text.end(), kWord), end; at != end; ++at)
        words.push_back({std::stod((*at)[1]), std::stod((*at)[2]), std::stod((*at)[3]), std::stod((*at)[4]), (*at)[5]});
    EXPECT_GT(words.size(), 20U);
    std::string pairs;
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t k = i + 1; k < words.size(); ++k) {
            const Word& a = words[i];
            const Word& b = words[k];
            const double across = std::min(a.right, b.right) - std::max(a.left, b.left);
            const double down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
            // A halo is the same word once more; boxes of lines that follow each other touch.
            if (a.text != b.text && across > 1 && down > 0.55 * std::min(a.bottom - a.top, b.bottom - b.top))
                pairs += a.text + " / " + b.text + "; ";
        }
    return pairs;
}

TEST_F(TemplateDocuments, PptxShowsTheSameInLibreOffice) {
    if (!test::programExists("soffice") || !test::programExists("pdftoppm") || !test::programExists("pdftotext"))
        GTEST_SKIP() << "libreoffice-impress or poppler-utils is not installed (see scripts/packages-test)";
    // Slides of one file have one shape.
    std::map<std::string, std::vector<Case>> byShape;
    for (const Case& each : allCases())
        byShape[std::string(scene::templateInfo(each.kind).page)].push_back(each);
    for (const auto& [shape, cases] : byShape) {
        std::vector<publish::Slide> slides;
        for (const Case& each : cases) {
            scene::LaidOut laidOut = page(each);
            slides.push_back({std::move(laidOut.list), laidOut.title, "", "", {}});
        }
        const std::string path = folder_.file(shape + ".pptx");
        ASSERT_TRUE(publish::writePptx(slides, path, {}).ok());
        const auto ran = test::runProgram(fmt::format(
            "timeout 280 soffice '-env:UserInstallation=file://{}' --headless --convert-to pdf --outdir '{}' '{}'",
            folder_.file("profile"), folder_.path().string(), path));
        ASSERT_EQ(ran.status, 0) << ran.text;
        for (std::size_t i = 0; i < cases.size(); ++i) {
            const publish::Pixels ours = picture(slides[i].list);
            expectLike(pageOf(folder_.file(shape + ".pdf"), i + 1, ours, folder_), ours, {2.1, 0.007},
                       cases[i].name() + "-pptx");
            EXPECT_EQ(wordsOnEachOther(folder_.file(shape + ".pdf"), i + 1), "") << cases[i].name();
        }
    }
}
