// SPDX-License-Identifier: MIT
#include "publish/huffman.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace jejaring::publish {

namespace {

// Depths of the leaves of Huffman's tree.
std::vector<unsigned> depths(std::span<const std::uint32_t> counts) {
    struct Node {
        std::size_t left;
        std::size_t right;
    };
    using Entry = std::pair<std::uint64_t, std::size_t>; // weight, node; equal weights in order of nodes
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    const std::size_t leaves = counts.size();
    for (std::size_t i = 0; i < leaves; ++i)
        if (counts[i] > 0)
            open.push({counts[i], i});
    std::vector<unsigned> depth(leaves, 0);
    if (open.size() == 1) {
        depth[open.top().second] = 1;
        return depth;
    }
    std::vector<Node> nodes;
    while (open.size() > 1) {
        const Entry a = open.top();
        open.pop();
        const Entry b = open.top();
        open.pop();
        open.push({a.first + b.first, leaves + nodes.size()});
        nodes.push_back({a.second, b.second});
    }
    // From the root, the last node made, downwards.
    std::vector<unsigned> nodeDepth(nodes.size(), 0);
    for (std::size_t n = nodes.size(); n-- > 0;)
        for (const std::size_t child : {nodes[n].left, nodes[n].right})
            (child < leaves ? depth[child] : nodeDepth[child - leaves]) = nodeDepth[n] + 1;
    return depth;
}

} // namespace

std::vector<PrefixCode> huffmanCodes(std::span<const std::uint32_t> counts, unsigned maxLength) {
    std::vector<std::uint32_t> weights(counts.begin(), counts.end());
    if (std::all_of(weights.begin(), weights.end(), [](std::uint32_t w) { return w == 0; }))
        weights[0] = 1;
    std::vector<unsigned> depth = depths(weights);
    // Too deep a tree is flattened by bringing the weights closer to one another.
    while (*std::max_element(depth.begin(), depth.end()) > maxLength) {
        for (std::uint32_t& w : weights)
            if (w > 0)
                w = w / 2 + 1;
        depth = depths(weights);
    }

    std::vector<unsigned> perLength(maxLength + 2, 0);
    for (const unsigned d : depth)
        if (d > 0)
            ++perLength[d];
    std::vector<unsigned> next(maxLength + 2, 0);
    for (unsigned length = 1; length <= maxLength; ++length)
        next[length + 1] = (next[length] + perLength[length]) << 1U;
    std::vector<PrefixCode> codes(depth.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (depth[i] == 0)
            continue;
        const unsigned code = next[depth[i]]++;
        unsigned reversed = 0;
        for (unsigned bit = 0; bit < depth[i]; ++bit)
            reversed |= ((code >> bit) & 1U) << (depth[i] - 1 - bit);
        codes[i] = {static_cast<std::uint16_t>(reversed), static_cast<std::uint8_t>(depth[i])};
    }
    return codes;
}

} // namespace jejaring::publish
