package io.leasehold.sim.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Form;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.provider.World;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** {@code POST /token}: what a service account signed becomes an access token. */
final class TokenEndpoint {
    private static final int LIFE_SECONDS = 3599;

    private final World world;
    private final GoogleCalls calls;

    TokenEndpoint(World world, GoogleCalls calls) {
        this.world = world;
        this.calls = calls;
    }

    record Granted(String accessToken, int expiresIn, String tokenType) {}

    record Refused(String error, String errorDescription) {}

    void answer(Exchange exchange) {
        calls.guard().withBody(exchange, body -> {
            Optional<SimKey> admin = Form.of(body).one("assertion").flatMap(this::signer);
            if (admin.isPresent()) {
                exchange.json(
                        200, new Granted(ServiceAccount.tokenOf(admin.get().secret()), LIFE_SECONDS, "Bearer"));
            } else {
                exchange.json(400, new Refused("invalid_grant", "Invalid JWT Signature."));
            }
        });
    }

    private Optional<SimKey> signer(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            String signed = parts[0] + "." + parts[1];
            return world.keys().list(Provider.GOOGLE, KeyKind.ADMIN).stream()
                    .filter(calls::works)
                    .filter(key -> {
                        ServiceAccount account = ServiceAccount.of(key.secret());
                        return account.email().equals(claims.path("iss").asText()) && account.signed(signed, signature);
                    })
                    .findFirst();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
