package io.leasehold.sim.anthropic.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.Tokens;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens and requests of one group. */
final class UsageSum {
    private static final ServerToolUse NO_TOOLS = new ServerToolUse(0);

    private long input;
    private long cacheRead;
    private long cacheWrite5m;
    private long cacheWrite1h;
    private long output;
    private long requests;

    record CacheCreation(
            @JsonProperty("ephemeral_5m_input_tokens") long fiveMinutes,
            @JsonProperty("ephemeral_1h_input_tokens") long oneHour) {}

    record ServerToolUse(long webSearchRequests) {}

    void add(LedgerRow row) {
        Tokens tokens = row.tokens();
        input += tokens.input();
        cacheRead += tokens.cacheRead();
        cacheWrite5m += tokens.cacheWrite5m();
        cacheWrite1h += tokens.cacheWrite1h();
        output += tokens.output();
        requests += row.requests();
    }

    long uncachedInput() {
        return input;
    }

    long output() {
        return output;
    }

    long requests() {
        return requests;
    }

    long total() {
        return input + cacheRead + cacheWrite5m + cacheWrite1h + output;
    }

    void putTokens(Map<String, @Nullable Object> fields) {
        fields.put("uncached_input_tokens", input);
        fields.put("cache_read_input_tokens", cacheRead);
        fields.put("cache_creation", new CacheCreation(cacheWrite5m, cacheWrite1h));
        fields.put("output_tokens", output);
    }

    void putTools(Map<String, @Nullable Object> fields) {
        fields.put("server_tool_use", NO_TOOLS);
    }
}
