package io.leasehold.sim.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.JsonFields;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyMaker;
import io.leasehold.sim.key.NewKey;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.key.SpendLimit;
import io.leasehold.sim.provider.World;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /organization/projects/{p}/service_accounts}: made with a key, listed, and deleted with it. */
final class ServiceAccountsEndpoint {
    /** What the provider calls the key of an account. */
    static final String KEY_NAME = "Secret Key";

    private static final String KIND = "organization.project.service_account";

    private final World world;
    private final OpenAiCalls calls;
    private final ProjectKeys keys;
    private final OpenAiSecrets secrets;
    private final KeyMaker maker;
    private final SecureRandom random = new SecureRandom();

    ServiceAccountsEndpoint(World world, OpenAiCalls calls, ProjectKeys keys, OpenAiSecrets secrets) {
        this.world = world;
        this.calls = calls;
        this.keys = keys;
        this.secrets = secrets;
        this.maker = new KeyMaker(world.clock());
    }

    /** @param apiKey in the answer to its making only */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String object,
            String id,
            String name,
            String role,
            long createdAt,
            @Nullable KeyView apiKey) {

        static View of(SimKey key, @Nullable KeyView secret) {
            return new View(
                    KIND,
                    OpenAiSecrets.accountOf(key.secret()),
                    key.name(),
                    "member",
                    key.createdAt().getEpochSecond(),
                    secret);
        }
    }

    /** The only answer that holds a secret. */
    record KeyView(
            String object,
            String id,
            String name,
            String value,
            long createdAt,
            @Nullable Long expiresAt) {

        static KeyView of(SimKey key) {
            Instant end = key.expiresAt();
            return new KeyView(
                    KIND + ".api_key",
                    key.id(),
                    KEY_NAME,
                    key.secret(),
                    key.createdAt().getEpochSecond(),
                    end == null ? null : end.getEpochSecond());
        }

        @Override
        public String toString() {
            return "KeyView[" + id + "]";
        }
    }

    void list(Exchange exchange) {
        calls.withAdminKey(
                exchange,
                () -> exchange.json(
                        200,
                        ListPage.of(
                                keys.ofServiceAccounts(exchange),
                                key -> OpenAiSecrets.accountOf(key.secret()),
                                exchange.query(),
                                key -> View.of(key, null))));
    }

    void get(Exchange exchange) {
        calls.withAdminKey(exchange, () -> exchange.json(200, View.of(find(exchange), null)));
    }

    void create(Exchange exchange) {
        calls.withAdminKey(exchange, fields -> {
            String project = ProjectsEndpoint.find(world, exchange).id();
            SimKey key = maker.make(secrets, order(fields, project));
            world.keys().save(key);
            exchange.json(200, View.of(key, KeyView.of(key)));
        });
    }

    void delete(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            SimKey key = find(exchange);
            keys.delete(key);
            exchange.json(200, Deleted.of(KIND, OpenAiSecrets.accountOf(key.secret())));
        });
    }

    private NewKey order(JsonFields fields, String project) {
        if (fields.flag("create_service_account_only").orElse(false)) {
            throw OpenAiError.invalid("Accounts without a key are not simulated.");
        }
        byte[] entropy = new byte[KeyMaker.ENTROPY_BYTES];
        random.nextBytes(entropy);
        return new NewKey(
                KeyKind.INFERENCE,
                secrets.mintForServiceAccount(entropy),
                fields.text("name").orElseThrow(() -> new InvalidRequest("Missing required parameter: 'name'.")),
                fields.positive("expires_in_seconds")
                        .map(world.clock().instant()::plusSeconds)
                        .orElse(null),
                project.equals(Organization.DEFAULT_PROJECT.id()) ? null : project,
                SpendLimit.NONE);
    }

    private SimKey find(Exchange exchange) {
        String account = exchange.variable("account");
        return keys.find(
                keys.ofServiceAccounts(exchange),
                key -> OpenAiSecrets.accountOf(key.secret()).equals(account),
                "Service account not found");
    }
}
