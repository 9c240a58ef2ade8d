package io.leasehold.sim.key;

import io.leasehold.sim.format.Digests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of the local stack: the same secrets on every machine, so that examples and tests can name them. They are
 * worked out from their names rather than written down, because they look real enough to alarm a secret scanner.
 */
public final class SeedKeys {
    private static final Instant CREATED_AT = Instant.parse("2026-09-01T08:00:00Z");

    private SeedKeys() {}

    public static List<SimKey> of(List<SecretFormat> formats) {
        return formats.stream().flatMap(SeedKeys::of).toList();
    }

    private static Stream<SimKey> of(SecretFormat format) {
        Stream<NewKey> orders = switch (format.provider()) {
            case ANTHROPIC ->
                Stream.of(
                        NewKey.named(KeyKind.ADMIN, "local-admin"),
                        NewKey.named(KeyKind.INFERENCE, "local-1"),
                        NewKey.named(KeyKind.INFERENCE, "local-2"));
            case AZURE_OPENAI ->
                Stream.of(
                        NewKey.named(KeyKind.ADMIN, "local-admin"),
                        NewKey.named(KeyKind.INFERENCE, "key1"),
                        NewKey.named(KeyKind.INFERENCE, "key2"));
            case GOOGLE, OPENAI, MISTRAL ->
                Stream.of(NewKey.named(KeyKind.ADMIN, "local-admin"), NewKey.named(KeyKind.INFERENCE, "local-1"));
            case COHERE -> Stream.of(NewKey.named(KeyKind.INFERENCE, "local-1"));
            case GITHUB_COPILOT ->
                Stream.of(NewKey.named(KeyKind.ADMIN, "local-admin"), NewKey.named(KeyKind.INFERENCE, "octocat"));
            case OPENROUTER ->
                Stream.of(
                        NewKey.named(KeyKind.MANAGEMENT, "local-management"),
                        NewKey.named(KeyKind.INFERENCE, "local-1"));
        };
        return orders.map(order -> seed(format, order));
    }

    private static SimKey seed(SecretFormat format, NewKey order) {
        String label = "leasehold seed " + format.provider().wireName() + " " + order.name();
        return KeyMaker.make(format, order, format.mint(order.kind(), entropy(label)), CREATED_AT);
    }

    private static byte[] entropy(String label) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int round = 0; bytes.size() < KeyMaker.ENTROPY_BYTES; round++) {
            bytes.writeBytes(Digests.sha512().digest((label + round).getBytes(StandardCharsets.UTF_8)));
        }
        return bytes.toByteArray();
    }
}
