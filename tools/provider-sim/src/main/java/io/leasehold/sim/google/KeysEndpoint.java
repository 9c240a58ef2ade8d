package io.leasehold.sim.google;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.JsonFields;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyMaker;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.NewKey;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.provider.World;
import io.leasehold.sim.report.PageToken;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The API Keys API: keys are made, listed, told, restricted, deleted and brought back. What changes something is an
 * operation, which is done when it is looked at.
 */
final class KeysEndpoint {
    private static final String SERVICE = "generativelanguage.googleapis.com";
    private static final String UNDELETE = ":undelete";
    private static final String OPERATION = "operations/akmf.";
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 300;

    private final World world;
    private final GoogleCalls calls;
    private final GoogleSecrets secrets;
    private final KeyMaker maker;

    KeysEndpoint(World world, GoogleCalls calls, GoogleSecrets secrets) {
        this.world = world;
        this.calls = calls;
        this.secrets = secrets;
        this.maker = new KeyMaker(world.clock());
    }

    record Target(String service) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Restrictions(List<Target> apiTargets) {}

    /** Never with the key itself. */
    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String name,
            String uid,
            String displayName,
            Instant createTime,
            @Nullable Instant updateTime,
            @Nullable Instant deleteTime,
            Restrictions restrictions,
            String etag) {

        static View of(SimKey key) {
            boolean deleted = key.status() == KeyStatus.ARCHIVED;
            String service = key.status() == KeyStatus.INACTIVE ? "translate.googleapis.com" : SERVICE;
            return new View(
                    nameOf(key),
                    key.id(),
                    key.name(),
                    key.createdAt(),
                    key.updatedAt(),
                    deleted ? key.updatedAt() : null,
                    new Restrictions(List.of(new Target(service))),
                    "W/\"" + key.status().wireName() + "\"");
        }
    }

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Page(List<View> keys, String nextPageToken) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Told(String keyString) {
        @Override
        public String toString() {
            return "Told[…]";
        }
    }

    record Found(String parent, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Operation(String name, boolean done, @Nullable View response) {}

    void list(Exchange exchange) {
        inProject(exchange, () -> exchange.json(200, page(exchange.query())));
    }

    void get(Exchange exchange) {
        inProject(exchange, () -> exchange.json(200, View.of(find(exchange.variable("key")))));
    }

    void tell(Exchange exchange) {
        inProject(
                exchange,
                () -> exchange.json(200, new Told(live(exchange.variable("key")).secret())));
    }

    void create(Exchange exchange) {
        withBody(exchange, fields -> {
            String name = fields.text("displayName").orElse("");
            SimKey key = maker.make(secrets, NewKey.named(KeyKind.INFERENCE, name));
            world.keys().save(key);
            started(exchange, key);
        });
    }

    void update(Exchange exchange) {
        withBody(exchange, fields -> {
            String mask = exchange.query().one("updateMask").orElse("displayName,restrictions");
            change(exchange, live(exchange.variable("key")), key -> updated(key, mask, fields));
        });
    }

    void delete(Exchange exchange) {
        inProject(
                exchange,
                () -> change(
                        exchange,
                        live(exchange.variable("key")),
                        key -> key.withStatus(KeyStatus.ARCHIVED, world.clock().instant())));
    }

    /** {@code POST …/keys/{key}:undelete}. */
    void undelete(Exchange exchange) {
        inProject(exchange, () -> {
            String segment = exchange.variable("key");
            if (!segment.endsWith(UNDELETE)) {
                throw new GoogleError(GoogleErrorKind.NOT_FOUND);
            }
            change(
                    exchange,
                    find(segment.substring(0, segment.length() - UNDELETE.length())),
                    key -> key.withStatus(KeyStatus.ACTIVE, world.clock().instant()));
        });
    }

    void lookUp(Exchange exchange) {
        calls.withAdmin(exchange, () -> {
            String secret = exchange.query().one("keyString").orElse("");
            SimKey key = world.keys()
                    .findBySecret(secret)
                    .filter(KeysEndpoint::isKey)
                    .orElseThrow(() -> new GoogleError(GoogleErrorKind.NOT_FOUND));
            exchange.json(200, new Found(parent(), nameOf(key)));
        });
    }

    void operation(Exchange exchange) {
        calls.withAdmin(exchange, () -> {
            String id = exchange.variable("operation");
            SimKey key = find(id.substring(id.indexOf('.') + 1));
            exchange.json(200, new Operation(OPERATION + key.id(), true, View.of(key)));
        });
    }

    private SimKey updated(SimKey key, String mask, JsonFields fields) {
        Instant now = world.clock().instant();
        SimKey named = mask.contains("displayName")
                ? key.renamed(fields.text("displayName").orElse(key.name()), now)
                : key;
        JsonNode targets = fields.fields().path("restrictions").path("apiTargets");
        if (!mask.contains("restrictions") || targets.isEmpty()) {
            return named;
        }
        boolean ours = targets.valueStream()
                .anyMatch(target -> target.path("service").asText().equals(SERVICE));
        return named.withStatus(ours ? KeyStatus.ACTIVE : KeyStatus.INACTIVE, now);
    }

    private void change(Exchange exchange, SimKey key, UnaryOperator<SimKey> change) {
        started(exchange, world.keys().change(key.id(), change).orElse(key));
    }

    private static void started(Exchange exchange, SimKey key) {
        exchange.json(200, new Operation(OPERATION + key.id(), false, null));
    }

    private Page page(Query query) {
        List<SimKey> all = world.keys().list(Provider.GOOGLE, KeyKind.INFERENCE).stream()
                .filter(key -> query.flag("showDeleted") || key.status() != KeyStatus.ARCHIVED)
                .toList();
        int size = query.number("pageSize", USUAL_PAGE, 1, LARGEST_PAGE);
        int from = Math.min(
                all.size(), query.one("pageToken").map(PageToken::offset).orElse(0));
        int to = Math.min(all.size(), from + size);
        return new Page(all.subList(from, to).stream().map(View::of).toList(), to < all.size() ? PageToken.of(to) : "");
    }

    private SimKey live(String id) {
        SimKey key = find(id);
        if (key.status() == KeyStatus.ARCHIVED) {
            throw new GoogleError(GoogleErrorKind.NOT_FOUND);
        }
        return key;
    }

    private SimKey find(String id) {
        return world.keys()
                .findById(id)
                .filter(KeysEndpoint::isKey)
                .orElseThrow(() -> new GoogleError(GoogleErrorKind.NOT_FOUND));
    }

    private static boolean isKey(SimKey key) {
        return key.provider() == Provider.GOOGLE && key.kind() == KeyKind.INFERENCE;
    }

    private void inProject(Exchange exchange, Runnable answer) {
        calls.withAdmin(exchange, () -> {
            Project.require(exchange.variable("project"));
            answer.run();
        });
    }

    private void withBody(Exchange exchange, Consumer<JsonFields> answer) {
        calls.guard().withBody(exchange, body -> inProject(exchange, () -> answer.accept(JsonFields.of(body))));
    }

    private static String parent() {
        return "projects/" + Project.NUMBER + "/locations/global";
    }

    private static String nameOf(SimKey key) {
        return parent() + "/keys/" + key.id();
    }
}
