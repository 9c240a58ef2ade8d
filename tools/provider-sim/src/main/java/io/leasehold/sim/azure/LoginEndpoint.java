package io.leasehold.sim.azure;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Form;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.provider.World;
import java.util.List;
import java.util.Optional;

/** {@code POST /{tenant}/oauth2/v2.0/token}: an application's secret becomes an access token for management. */
final class LoginEndpoint {
    private static final int LIFE_SECONDS = 3599;

    private final World world;
    private final AzureCalls calls;

    LoginEndpoint(World world, AzureCalls calls) {
        this.world = world;
        this.calls = calls;
    }

    record Granted(String tokenType, int expiresIn, String accessToken) {
        @Override
        public String toString() {
            return "Granted[…]";
        }
    }

    record Refused(String error, String errorDescription, List<Integer> errorCodes) {}

    void answer(Exchange exchange) {
        calls.guard().withBody(exchange, body -> {
            Form form = Form.of(body);
            Optional<SimKey> application = world.keys().list(Provider.AZURE_OPENAI, KeyKind.ADMIN).stream()
                    .filter(calls::works)
                    .filter(key -> isOf(key.secret(), exchange.variable("tenant"), form))
                    .findFirst();
            if (application.isPresent()) {
                String token = AzureSecrets.tokenOf(application.get().secret());
                exchange.json(200, new Granted("Bearer", LIFE_SECONDS, token));
            } else {
                String words = "AADSTS7000215: Invalid client secret provided.";
                exchange.json(401, new Refused("invalid_client", words, List.of(7000215)));
            }
        });
    }

    private static boolean isOf(String credential, String tenant, Form form) {
        return AzureSecrets.field(credential, "tenantId").equals(tenant)
                && form.one("client_id")
                        .filter(AzureSecrets.field(credential, "clientId")::equals)
                        .isPresent()
                && form.one("client_secret")
                        .filter(AzureSecrets.field(credential, "clientSecret")::equals)
                        .isPresent();
    }
}
