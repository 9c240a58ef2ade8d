package io.leasehold.providers.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyGroup;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.KeyOrder;
import io.leasehold.providers.key.KeySpend;
import io.leasehold.providers.key.LimitReset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON of OpenRouter's Keys and Workspaces APIs. */
final class OpenRouterKeyJson {
    private OpenRouterKeyJson() {}

    static ObjectNode order(KeyOrder order) {
        ObjectNode body = limit(order.limit()).put("name", order.name());
        if (order.expiresAt() != null) {
            body.put(
                    "expires_at",
                    order.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        if (order.group() != null) {
            body.put("workspace_id", order.group());
        }
        return body;
    }

    /** Both fields always: one that is left out stays as it was. */
    static ObjectNode limit(KeyLimit limit) {
        LimitReset reset = limit.reset();
        return JsonNodeFactory.instance
                .objectNode()
                .put("limit", limit.amount())
                .put("limit_reset", reset == null ? null : reset.wireName());
    }

    static ObjectNode newWorkspace(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("slug", slug(name));
    }

    static KeySpend spend(JsonNode key) {
        return new KeySpend(
                JsonFields.amountOrNull(key, "limit"),
                JsonFields.amountOrNull(key, "limit_remaining"),
                reset(JsonFields.text(key, "limit_reset")),
                JsonFields.amountOrNull(key, "usage"),
                JsonFields.amountOrNull(key, "usage_daily"),
                JsonFields.amountOrNull(key, "usage_monthly"),
                JsonFields.instant(key, "expires_at"));
    }

    static KeyGroup group(JsonNode workspace) {
        String id = JsonFields.text(workspace, "id");
        if (id == null) {
            throw new ProviderException(
                    Failure.UNREADABLE, 200, null, "OpenRouter listed a workspace without an id.", null);
        }
        String name = Optional.ofNullable(JsonFields.text(workspace, "name")).orElse(id);
        return new KeyGroup(id, name, true);
    }

    private static @Nullable LimitReset reset(@Nullable String word) {
        return Arrays.stream(LimitReset.values())
                .filter(reset -> reset.wireName().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** A workspace needs one: lower case letters and digits, with hyphens between. */
    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "workspace" : slug;
    }
}
