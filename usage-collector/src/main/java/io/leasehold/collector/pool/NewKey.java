package io.leasehold.collector.pool;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/** A key that is handed over to key-service, which tries it first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewKey(UUID accountId, String name, String secret, String label, List<String> tags) {
    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return "NewKey[accountId=" + accountId + ", name=" + name + "]";
    }
}
