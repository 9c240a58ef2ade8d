package io.leasehold.sim.anthropic;

import io.leasehold.sim.format.Json;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.SimKey;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an admin changes of a key; what is left out stays. */
record ApiKeyUpdate(@Nullable String name, @Nullable String status) {

    static ApiKeyUpdate read(Buffer body) {
        try {
            return Json.MAPPER.readValue(body.getBytes(), ApiKeyUpdate.class);
        } catch (IOException e) {
            throw AnthropicError.invalid("The request body may have a name and a status, both strings.");
        }
    }

    /** @throws AnthropicError when the key can't get into that status any more */
    SimKey applyTo(SimKey key, Instant now) {
        SimKey named = name == null ? key : key.renamed(name, now);
        return status == null ? named : switched(named, wanted(status), now);
    }

    private static SimKey switched(SimKey key, KeyStatus to, Instant now) {
        KeyStatus from = key.statusAt(now);
        if (from == to) {
            return key;
        }
        if (from == KeyStatus.ARCHIVED) {
            throw AnthropicError.invalid("status: an archived key can't be changed");
        }
        if (from == KeyStatus.EXPIRED && to == KeyStatus.ACTIVE) {
            throw AnthropicError.invalid("status: an expired key can't be activated");
        }
        return key.withStatus(to, now);
    }

    private static KeyStatus wanted(String status) {
        return switch (status) {
            case "active" -> KeyStatus.ACTIVE;
            case "inactive" -> KeyStatus.INACTIVE;
            case "archived" -> KeyStatus.ARCHIVED;
            default -> throw AnthropicError.invalid("status: Input should be 'active', 'inactive' or 'archived'");
        };
    }
}
