package io.leasehold.providers.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.CapabilitySupport;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Providers;
import io.leasehold.providers.dialect.Chunks;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.Refusal;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.Route;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.price.PriceBook;
import io.leasehold.providers.price.Pricing;
import io.leasehold.providers.worstcase.WorstCase.Priced;
import io.leasehold.providers.worstcase.WorstCases;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar with a provider and its prices is put on the class path, and everything that is done with providers is done. */
class PluginTest {
    private static final String PRICES = """
            {"format":1,"provider":"ninth","version":"2026-11-01","fallbacks":[],"models":[
             {"id":"n-embed","match":{"equals":"n-embed"},"context_window":8192,"periods":[{"prices":{"input":"0.5","output":"0"}}]}]}""";

    private URLClassLoader loader;

    @BeforeEach
    void jar(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("ninth.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            put(entries, "META-INF/services/" + Provider.class.getName(), NinthProvider.class.getName());
            put(entries, "META-INF/leasehold/prices/ninth.json", PRICES);
        }
        loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, PluginTest.class.getClassLoader());
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    @Test
    void itIsFoundBesideOurs() {
        Providers ours = Providers.load();
        Providers all = Providers.load(loader);

        assertThat(all.all())
                .hasSize(ours.all().size() + 1)
                .extracting(Provider::id)
                .contains("ninth");
        assertThat(all.ofSecret("n9-0123456789").orElseThrow().id()).isEqualTo("ninth");
    }

    @Test
    void itSaysWhatItLacks() {
        assertThat(ninth().capabilityMatrix())
                .filteredOn(CapabilitySupport::supported)
                .extracting(support -> support.capability().wireName())
                .containsExactly("quota");
        assertThat(ninth().capabilityMatrix())
                .filteredOn(support -> !support.supported())
                .allSatisfy(support -> assertThat(support.manualStep()).startsWith("Ninth "));
    }

    @Test
    void itsRequestsAreBoundedRelayedAndPriced() {
        PriceBook book = PriceBook.builtIn(loader);
        Route route = Objects.requireNonNull(ninth().dialect().orElseThrow().match("POST", "/embed"));
        byte[] body = "{\"model\":\"n-embed\",\"input\":\"abcd\"}".getBytes(StandardCharsets.UTF_8);
        Inference scan = (Inference) route.scan("/embed", body, 0, body.length);
        Usage usage = Chunks.whole(
                route.tap(200, "application/json"), "{\"model\":\"n-embed\",\"used\":{\"tokens\":3},\"vector\":[1]}");

        assertThat(new WorstCases(book).of("ninth", route.kind(), scan, Clients.NOW))
                .isInstanceOf(Priced.class);
        assertThat(usage.tokens()).isEqualTo(Tokens.text(3, 0));
        assertThat(new Pricing(book)
                        .cost("ninth", "n-embed", PricingTerms.UNSAID, usage, Clients.NOW)
                        .amount())
                .isEqualByComparingTo("0.0000015");
    }

    @Test
    void itsKeysAreCheckedAndItsCreditRead() {
        try (FakeProvider provider = new FakeProvider();
                ProviderClient client = Clients.unwaiting(provider)) {
            provider.on("GET /me", 200, "{\"team\":\"blue\",\"credit\":\"12.50\"}")
                    .on("GET /me", 200, "{\"team\":\"blue\",\"credit\":\"12.50\"}")
                    .on("GET /me", 401, "{\"problem\":{\"kind\":\"UNAUTHENTICATED\"}}");

            assertThat(((KeyCheck.Valid) ninth().keyAdmin(client).check(provider.access("n9-1"))).account())
                    .isEqualTo("blue");
            assertThat(ninth().quotas(client)
                            .orElseThrow()
                            .read(provider.access("n9-1"))
                            .quotas()
                            .getFirst()
                            .remaining())
                    .isEqualByComparingTo("12.5");
            assertThat(ninth().keyAdmin(client).check(provider.access("n9-1"))).isInstanceOf(KeyCheck.Invalid.class);
        }
    }

    @Test
    void itSaysNoInItsOwnForm() {
        assertThat(ninth().dialect()
                        .orElseThrow()
                        .error(Refusal.SPEND_LIMIT, "Nothing is left.", null)
                        .body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"problem\":{\"kind\":\"SPEND_LIMIT\",\"text\":\"Nothing is left.\"}}");
    }

    private Provider ninth() {
        return Providers.load(loader).get(NinthProvider.ID);
    }

    private static void put(JarOutputStream jar, String name, String content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }
}
