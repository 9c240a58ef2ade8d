package io.leasehold.bench.usage;

import com.fasterxml.jackson.databind.JsonNode;

/** What polls took in all, as usage-collector tells of the last one of each account. */
record Effort(int polls, long calls, long bytes) {

    /** @param providers an answer of {@code GET /api/v1/usage/providers} */
    static Effort of(JsonNode providers) {
        int polls = 0;
        long calls = 0;
        long bytes = 0;
        for (JsonNode provider : providers.get("items")) {
            for (JsonNode account : provider.get("accounts")) {
                JsonNode poll = account.path("last_poll");
                if (poll.isObject()) {
                    polls++;
                    calls += poll.get("calls").asLong();
                    bytes += poll.get("bytes").asLong();
                }
            }
        }
        return new Effort(polls, calls, bytes);
    }

    double callsPerPoll() {
        return calls / (double) Math.max(1, polls);
    }

    double kilobytesPerPoll() {
        return bytes / 1e3 / Math.max(1, polls);
    }
}
