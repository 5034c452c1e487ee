// SPDX-License-Identifier: MIT
#include "render/shader_program.hpp"

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <utility>

namespace jejaring::render {

namespace {

std::optional<std::string> readText(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

core::Message missingShader(const std::string& path) {
    return core::error(core::ErrorCode::notFound, JEJARING_TR("The shader {0} cannot be read."), {path});
}

core::Message rejectedShader(const std::string& name, const std::string& log) {
    return core::error(core::ErrorCode::noOpenGl, JEJARING_TR("The graphics driver rejected the shader {0}: {1}"),
                       {name, log});
}

// A compiled shader; deleted with its owner, as a linked program keeps what it needs.
struct Shader {
    GLuint name;
    explicit Shader(GLenum stage) : name(glCreateShader(stage)) {}
    ~Shader() { glDeleteShader(name); }
    Shader(const Shader&) = delete;
    Shader& operator=(const Shader&) = delete;

    [[nodiscard]] std::optional<std::string> compile(const std::string& prelude, const std::string& common,
                                                     const std::string& body) const {
        const std::array<const GLchar*, 3> parts{prelude.c_str(), common.c_str(), body.c_str()};
        glShaderSource(name, static_cast<GLsizei>(parts.size()), parts.data(), nullptr);
        glCompileShader(name);
        GLint compiled = GL_FALSE;
        glGetShaderiv(name, GL_COMPILE_STATUS, &compiled);
        if (compiled == GL_TRUE)
            return std::nullopt;
        std::array<GLchar, 2048> log{};
        glGetShaderInfoLog(name, static_cast<GLsizei>(log.size()), nullptr, log.data());
        return std::string(log.data());
    }
};

} // namespace

core::Result<ShaderProgram> ShaderProgram::load(const std::string& folder, const std::string& name,
                                                const std::string& kind) {
    const std::string commonPath = folder + "/common.glsl";
    const std::optional<std::string> common = readText(commonPath);
    if (!common)
        return missingShader(commonPath);
    std::string prelude = "#version 330 core\n";
    if (!kind.empty())
        prelude += "#define " + kind + "\n";
    ShaderProgram made;
    made.program_ = glCreateProgram();
    const Shader vertex(GL_VERTEX_SHADER);
    const Shader fragment(GL_FRAGMENT_SHADER);
    for (const auto& [shader, ending] : {std::pair{&vertex, ".vert"}, std::pair{&fragment, ".frag"}}) {
        const std::string path = fmt::format("{}/{}{}", folder, name, ending);
        const std::optional<std::string> body = readText(path);
        if (!body)
            return missingShader(path);
        if (const auto log = shader->compile(prelude, *common, *body))
            return rejectedShader(name + ending, *log);
        glAttachShader(made.program_, shader->name);
    }
    glLinkProgram(made.program_);
    GLint linked = GL_FALSE;
    glGetProgramiv(made.program_, GL_LINK_STATUS, &linked);
    if (linked != GL_TRUE) {
        std::array<GLchar, 2048> log{};
        glGetProgramInfoLog(made.program_, static_cast<GLsizei>(log.size()), nullptr, log.data());
        return rejectedShader(name, log.data());
    }
    return made;
}

ShaderProgram::~ShaderProgram() {
    if (program_ != 0)
        glDeleteProgram(program_);
}
ShaderProgram::ShaderProgram(ShaderProgram&& other) noexcept : program_(std::exchange(other.program_, 0)) {}
ShaderProgram& ShaderProgram::operator=(ShaderProgram&& other) noexcept {
    std::swap(program_, other.program_);
    return *this;
}

} // namespace jejaring::render
