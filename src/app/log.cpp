// SPDX-License-Identifier: MIT
#include "app/log.hpp"

#include "data/paths.hpp"

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <filesystem>

namespace jejaring::app {

std::string logPath() {
    return (std::filesystem::path(data::stateFolder()) / "jejaring.log").string();
}

void startLog() {
    constexpr std::size_t kMostBytes = std::size_t{1} << 20;
    constexpr std::size_t kKept = 3;
    spdlog::sink_ptr sink;
    try {
        sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(logPath(), kMostBytes, kKept);
    } catch (const spdlog::spdlog_ex&) {
        sink = std::make_shared<spdlog::sinks::null_sink_mt>();
    }
    auto logger = std::make_shared<spdlog::logger>("jejaring", std::move(sink));
    logger->flush_on(spdlog::level::info);
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %P %l %v");
    spdlog::set_default_logger(std::move(logger));
}

} // namespace jejaring::app
