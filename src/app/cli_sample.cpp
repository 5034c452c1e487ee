// SPDX-License-Identifier: MIT
// jejaring sample
#include "app/commands.hpp"
#include "data/project/project_store.hpp"
#include "data/project/sample.hpp"

namespace jejaring::app {

ExitCode runSample(const SampleArguments& arguments, const session::Installation& installation,
                   const Console& console) {
    const core::Result<core::Project> sample = data::sampleProject(installation.assets);
    if (!sample)
        return console.fail(sample.messages());
    console.report(sample.messages());
    const core::Outcome saved = data::saveProject(sample.value(), arguments.output,
                                                  arguments.force ? data::Overwrite::yes : data::Overwrite::no);
    if (!saved)
        return console.fail(saved.messages());
    console.report(saved.messages());
    return ExitCode::success;
}

} // namespace jejaring::app
