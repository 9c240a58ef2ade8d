package io.leasehold.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys as OpenAI lists them. */
final class OpenAiKeys {
    private OpenAiKeys() {}

    /** A service account's key goes by the account's name: all such keys are called alike. */
    static ProviderKey listed(JsonNode key, String project, Instant now) {
        String id = OpenAiApi.id(key, "a key");
        String account = JsonFields.text(key.path("owner").path("service_account"), "name");
        String name = Stream.of(account, JsonFields.text(key, "name"))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(id);
        Instant expiresAt = JsonFields.seconds(key, "expires_at");
        return new ProviderKey(
                id,
                name,
                JsonFields.text(key, "redacted_value"),
                state(key, expiresAt, now),
                JsonFields.seconds(key, "created_at"),
                expiresAt,
                project);
    }

    /** One that was made a moment ago. */
    static ProviderKey created(JsonNode key, String name, String project, String hint) {
        return new ProviderKey(
                OpenAiApi.id(key, "a key"),
                name,
                hint,
                ProviderKeyState.ACTIVE,
                JsonFields.seconds(key, "created_at"),
                JsonFields.seconds(key, "expires_at"),
                project);
    }

    /** Who lost access to the project, or whose project is archived, has a key that does not work. */
    private static ProviderKeyState state(JsonNode key, @Nullable Instant expiresAt, Instant now) {
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            return ProviderKeyState.EXPIRED;
        }
        return "inactive".equals(JsonFields.text(key, "owner_project_access"))
                ? ProviderKeyState.DISABLED
                : ProviderKeyState.ACTIVE;
    }
}
