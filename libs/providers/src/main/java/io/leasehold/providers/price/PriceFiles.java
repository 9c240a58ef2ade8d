package io.leasehold.providers.price;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Prices from the class path: {@code META-INF/leasehold/prices/<provider>.json}, as {@code prices/convert.mjs} writes
 * them, and beside it {@code <provider>.additions.json} with what is kept by hand. A jar that adds a provider brings
 * its own two.
 */
final class PriceFiles {
    private static final String FOLDER = "META-INF/leasehold/prices/";
    private static final Pattern PROVIDER_ID = Pattern.compile("[a-z0-9-]{1,64}");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ClassLoader loader;

    PriceFiles(ClassLoader loader) {
        this.loader = loader;
    }

    Optional<ProviderPrices> find(String provider) {
        if (!PROVIDER_ID.matcher(provider).matches()) {
            return Optional.empty();
        }
        return read(provider + ".json")
                .map(prices -> new PriceParser(
                                prices, read(provider + ".additions.json").orElse(MAPPER.createObjectNode()))
                        .parse());
    }

    private Optional<JsonNode> read(String file) {
        try (InputStream stream = loader.getResourceAsStream(FOLDER + file)) {
            return stream == null ? Optional.empty() : Optional.of(MAPPER.readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("The price file " + file + " can't be read.", e);
        }
    }
}
