package io.leasehold.contracts.stored;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that its provider keeps and that this lease was given: {@code GET
 * /internal/v1/stored-responses/{id_hash}?workspace=<id>&provider=<provider>&lease=<id>}, 404 for any other.
 *
 * @param keyId the key that it was asked with
 * @param link the whole HMAC of the conversation with it, in Base64url; null where it is not known
 */
public record StoredResponseAnswer(
        UUID keyId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String link) {}
