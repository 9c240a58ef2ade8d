package io.leasehold.providers.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.providers.Secret;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/**
 * Credentials that are several things at once, as JSON: in Base64, since a secret is one word, or as it is where it has no
 * space in it.
 */
public final class JsonCredential {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonCredential() {}

    /** Empty where it is no JSON object. */
    public static Optional<JsonNode> read(Secret credential) {
        String written = credential.reveal();
        try {
            JsonNode tree = written.startsWith("{")
                    ? MAPPER.readTree(written)
                    : MAPPER.readTree(Base64.getDecoder().decode(written));
            return Optional.of(tree).filter(JsonNode::isObject);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
