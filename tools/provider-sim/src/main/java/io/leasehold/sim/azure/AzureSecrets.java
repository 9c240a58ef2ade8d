package io.leasehold.sim.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.format.Digests;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SecretFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/** 32 hex characters for a key; an admin's secret is an application's credential, as JSON without spaces. */
final class AzureSecrets implements SecretFormat {
    private static final int KEY_BYTES = 16;
    private static final int SECRET_CHARACTERS = 40;
    private static final int ENDS = 3;

    @Override
    public Provider provider() {
        return Provider.AZURE_OPENAI;
    }

    @Override
    public Set<KeyKind> kinds() {
        return Set.of(KeyKind.INFERENCE, KeyKind.ADMIN);
    }

    @Override
    public String mint(KeyKind kind, byte[] entropy) {
        if (kind != KeyKind.ADMIN) {
            return HexFormat.of().formatHex(entropy, 0, KEY_BYTES);
        }
        ByteBuffer bytes = ByteBuffer.wrap(entropy);
        UUID tenant = new UUID(bytes.getLong(), bytes.getLong());
        UUID client = new UUID(bytes.getLong(), bytes.getLong());
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(entropy);
        return "{\"tenantId\":\"%s\",\"clientId\":\"%s\",\"clientSecret\":\"%s\",\"resourceId\":\"%s\"}"
                .formatted(tenant, client, secret.substring(secret.length() - SECRET_CHARACTERS), Resource.ID);
    }

    @Override
    public String idOf(String secret) {
        return "azure-" + UUID.nameUUIDFromBytes(Digests.sha256(secret));
    }

    /** Azure shows whole keys to who may see them; this is for control only. */
    @Override
    public String hintOf(String secret) {
        return SecretFormat.ends(secret, ENDS, ENDS);
    }

    /** A field of an application's credential. */
    static String field(String credential, String name) {
        try {
            JsonNode json = Json.MAPPER.readTree(credential);
            return json.path(name).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Follows from the credential, so that it outlives a restart. */
    static String tokenOf(String credential) {
        return "eyJ." + HexFormat.of().formatHex(Digests.sha256("access " + credential));
    }
}
