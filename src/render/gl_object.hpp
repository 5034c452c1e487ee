// SPDX-License-Identifier: MIT
// Owners of OpenGL names, and the buffers the renderer draws from.
#pragma once

#include <epoxy/gl.h>

#include <cstddef>
#include <span>
#include <utility>

namespace jejaring::render {

// Owns one OpenGL name. Made and destroyed with the context current.
template <void (*kMake)(GLuint&), void (*kDestroy)(GLuint)> class GlObject {
  public:
    GlObject() { kMake(name_); }
    ~GlObject() {
        if (name_ != 0)
            kDestroy(name_);
    }
    GlObject(GlObject&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    GlObject& operator=(GlObject&& other) noexcept {
        std::swap(name_, other.name_);
        return *this;
    }
    [[nodiscard]] GLuint name() const { return name_; }

  private:
    GLuint name_ = 0;
};

namespace detail {
inline void makeBuffer(GLuint& name) {
    glGenBuffers(1, &name);
}
inline void destroyBuffer(GLuint name) {
    glDeleteBuffers(1, &name);
}
inline void makeVertexArray(GLuint& name) {
    glGenVertexArrays(1, &name);
}
inline void destroyVertexArray(GLuint name) {
    glDeleteVertexArrays(1, &name);
}
inline void makeTexture(GLuint& name) {
    glGenTextures(1, &name);
}
inline void destroyTexture(GLuint name) {
    glDeleteTextures(1, &name);
}
} // namespace detail

using GlBuffer = GlObject<detail::makeBuffer, detail::destroyBuffer>;
using GlVertexArray = GlObject<detail::makeVertexArray, detail::destroyVertexArray>;
using GlTexture = GlObject<detail::makeTexture, detail::destroyTexture>;

// One member of an interleaved vertex.
struct VertexAttribute {
    GLuint location = 0;
    GLint components = 0;
    GLenum type = GL_FLOAT;
    bool normalized = false;
    bool integer = false; // read as integers in the shader
    std::size_t offset = 0;
};

// Interleaved vertices with 32-bit indices of triangles.
class IndexedMesh {
  public:
    IndexedMesh(std::span<const VertexAttribute> attributes, std::size_t stride) {
        glBindVertexArray(array_.name());
        glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.name());
        for (const VertexAttribute& a : attributes) {
            const auto* offset = reinterpret_cast<const void*>(a.offset);
            glEnableVertexAttribArray(a.location);
            if (a.integer)
                glVertexAttribIPointer(a.location, a.components, a.type, static_cast<GLsizei>(stride), offset);
            else
                glVertexAttribPointer(a.location, a.components, a.type, a.normalized ? GL_TRUE : GL_FALSE,
                                      static_cast<GLsizei>(stride), offset);
        }
    }

    template <class V> void upload(std::span<const V> vertices, std::span<const GLuint> indices, GLenum usage) {
        glBindVertexArray(array_.name());
        glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
        glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size_bytes()), vertices.data(), usage);
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size_bytes()), indices.data(), usage);
    }
    void bind() const { glBindVertexArray(array_.name()); }

  private:
    GlVertexArray array_;
    GlBuffer vertices_;
    GlBuffer indices_;
};

} // namespace jejaring::render
