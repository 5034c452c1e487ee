// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.hpp"

#include <epoxy/gl.h>

#include <optional>
#include <string>

namespace jejaring::render {

// A linked pair of shaders, <folder>/<name>.vert and <name>.frag, each after <folder>/common.glsl.
class ShaderProgram {
  public:
    // `kind` is defined for the preprocessor where a pair of shaders has several kinds.
    [[nodiscard]] static core::Result<ShaderProgram> load(const std::string& folder, const std::string& name,
                                                          const std::string& kind = {});
    ~ShaderProgram();
    ShaderProgram(ShaderProgram&& other) noexcept;
    ShaderProgram& operator=(ShaderProgram&& other) noexcept;

    void use() const { glUseProgram(program_); }
    // -1 where the shader has no such uniform, which OpenGL then ignores.
    [[nodiscard]] GLint uniform(const char* name) const { return glGetUniformLocation(program_, name); }

  private:
    ShaderProgram() = default;
    GLuint program_ = 0;
};

} // namespace jejaring::render
