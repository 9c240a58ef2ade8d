package io.leasehold.sim.provider;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.SecretFormat;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** One provider's API. Called from many event loops at once. */
public interface SimulatedProvider {
    /** The path under which the provider's own paths begin; no slash at the end. */
    String mount();

    SecretFormat secrets();

    /** The names of the errors that a fault may order. */
    Set<String> errorKinds();

    /** The id that the answer to a request had. */
    String answerId(long serial);

    /** What can be ordered of this provider alone: who takes a body that is put to a path under {@code /control}. */
    default Map<String, BiConsumer<Exchange, Buffer>> controls() {
        return Map.of();
    }

    /** Makes what belongs to the keys of a seeded simulator; runs at each of its starts. */
    default void seed() {}

    /** @param path what follows the mount */
    void answer(HttpServerRequest request, String path);
}
