package io.leasehold.sim.azure;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.leasehold.sim.azure.Deployments.Deployment;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyMaker;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.NewKey;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.provider.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resource in management: what it is, its two keys, what is deployed in it, and its quota. The keys are the newest that
 * work and are called {@code key1} and {@code key2}; one that is missing is made.
 */
final class AccountEndpoint {
    private static final List<String> PLACES = List.of("key1", "key2");

    private final World world;
    private final AzureCalls calls;
    private final AzureSecrets secrets;
    private final Deployments deployments;
    private final KeyMaker maker;

    AccountEndpoint(World world, AzureCalls calls, AzureSecrets secrets, Deployments deployments) {
        this.world = world;
        this.calls = calls;
        this.secrets = secrets;
        this.deployments = deployments;
        this.maker = new KeyMaker(world.clock());
    }

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Properties(String endpoint, boolean disableLocalAuth) {}

    record Account(String id, String name, String location, String kind, Properties properties) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Page(List<Object> value, @Nullable String nextLink) {}

    record Sku(String name, int capacity) {}

    record Model(String format, String name) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record DeploymentProperties(Model model, String provisioningState) {}

    record DeploymentView(String id, String name, Sku sku, DeploymentProperties properties) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record QuotaName(String value, String localizedValue) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Quota(QuotaName name, String unit, int currentValue, int limit) {}

    void get(Exchange exchange) {
        calls.onAccount(
                exchange,
                () -> exchange.json(
                        200,
                        new Account(
                                Resource.ID,
                                Resource.NAME,
                                Resource.REGION,
                                "OpenAI",
                                new Properties("https://" + Resource.NAME + ".openai.azure.com/", false))));
    }

    void keys(Exchange exchange) {
        calls.onAccount(exchange, () -> exchange.json(200, both()));
    }

    void regenerate(Exchange exchange) {
        calls.withBody(exchange, fields -> {
            Resource.requireAccount(exchange);
            String place = fields.text("keyName").orElse("").toLowerCase(Locale.ROOT);
            if (!PLACES.contains(place)) {
                throw new AzureError(400, "InvalidKeyName", "The key name is not valid.");
            }
            SimKey old = at(place);
            world.keys()
                    .change(
                            old.id(),
                            key -> key.withStatus(
                                    KeyStatus.ARCHIVED, world.clock().instant()));
            exchange.json(200, both());
        });
    }

    void deployments(Exchange exchange) {
        calls.onAccount(
                exchange,
                () -> exchange.json(
                        200,
                        new Page(
                                deployments.list().stream()
                                        .<Object>map(AccountEndpoint::view)
                                        .toList(),
                                null)));
    }

    void usages(Exchange exchange) {
        calls.onAccount(
                exchange,
                () -> exchange.json(
                        200,
                        new Page(
                                deployments.list().stream()
                                        .<Object>map(AccountEndpoint::quota)
                                        .toList(),
                                null)));
    }

    private Map<String, String> both() {
        return Map.of("key1", at("key1").secret(), "key2", at("key2").secret());
    }

    private synchronized SimKey at(String place) {
        return world.keys().list(Provider.AZURE_OPENAI, KeyKind.INFERENCE).stream()
                .filter(key -> key.name().equals(place) && key.status() == KeyStatus.ACTIVE)
                .findFirst()
                .orElseGet(() -> {
                    SimKey key = maker.make(secrets, NewKey.named(KeyKind.INFERENCE, place));
                    world.keys().save(key);
                    return key;
                });
    }

    private static DeploymentView view(Deployment deployment) {
        return new DeploymentView(
                Resource.ID + "/deployments/" + deployment.name(),
                deployment.name(),
                new Sku("GlobalStandard", deployment.capacity()),
                new DeploymentProperties(new Model("OpenAI", deployment.model()), "Succeeded"));
    }

    private static Quota quota(Deployment deployment) {
        return new Quota(
                new QuotaName(
                        "OpenAI.GlobalStandard." + deployment.model(),
                        "Tokens Per Minute (thousands) - " + deployment.model()),
                "Count",
                deployment.capacity(),
                450);
    }
}
