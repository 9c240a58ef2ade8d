package io.leasehold.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.providers.http.AddressRule;
import io.leasehold.providers.http.ClientSettings;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {

    @Test
    void ourProvidersAreFoundByServiceLoader() {
        assertThat(Providers.load().all())
                .extracting(Provider::id)
                .contains(
                        "anthropic",
                        "azure-openai",
                        "cohere",
                        "github-copilot",
                        "google",
                        "mistral",
                        "openai",
                        "openrouter");
    }

    @Test
    void aJarOnTheClassPathAddsAProvider(@TempDir Path jar) throws IOException {
        try (URLClassLoader loader = classPathWith(jar, Acme.class)) {
            assertThat(Providers.load(loader).find("acme")).containsInstanceOf(Acme.class);
        }
    }

    @Test
    void twoProvidersOfOneNameAreRefused(@TempDir Path jar) throws IOException {
        try (URLClassLoader loader = classPathWith(jar, SecondAnthropic.class)) {
            assertThatThrownBy(() -> Providers.load(loader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("anthropic");
        }
    }

    /** Callers ask for the capability first, and take what there is. */
    @Test
    void whoSaysThatItReportsHasReports() {
        try (ProviderClient client = client()) {
            assertThat(Providers.load().all()).allSatisfy(provider -> {
                assertThat(provider.costReports(client).isPresent()).isEqualTo(provider.can(Capability.COST));
                assertThat(provider.usageReports(client).isPresent()).isEqualTo(provider.can(Capability.USAGE));
                assertThat(provider.quotas(client).isPresent()).isEqualTo(provider.can(Capability.QUOTA));
            });
        }
    }

    @Test
    void whatAProviderLacksIsSaidInWords() {
        try (ProviderClient client = client()) {
            KeyAdmin admin = new Acme().keyAdmin(client);
            Access access = new Access(URI.create("http://localhost"), Secret.of("acme-secret"));

            assertThatThrownBy(() -> admin.revoke(access, "id"))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("revoke_key");
        }
    }

    /** Of ours and of every other: a capability is there, or it is said what to do by hand, and the provider is named. */
    @Test
    void theMatrixNamesEveryCapabilityAndEveryManualStep() {
        List<Provider> all = new ArrayList<>(Providers.load().all());
        all.add(new Acme());
        for (Provider provider : all) {
            assertThat(provider.capabilityMatrix())
                    .extracting(CapabilitySupport::capability)
                    .containsExactly(Capability.values());
            assertThat(provider.capabilityMatrix()).allSatisfy(support -> {
                assertThat(support.supported()).isEqualTo(provider.can(support.capability()));
                if (support.supported()) {
                    assertThat(support.manualStep()).isNull();
                } else {
                    assertThat(support.manualStep())
                            .startsWith(provider.displayName())
                            .endsWith(".");
                }
            });
        }
    }

    private static ProviderClient client() {
        AddressRule rule = new AddressRule(List.of());
        return new ProviderClient(Clients.VERTX, rule, ClientSettings.defaults(), Clock.systemUTC());
    }

    private static URLClassLoader classPathWith(Path jar, Class<? extends Provider> provider) throws IOException {
        Path services = Files.createDirectories(jar.resolve("META-INF/services"));
        Files.writeString(services.resolve(Provider.class.getName()), provider.getName());
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, ProvidersTest.class.getClassLoader());
    }

    /** A provider that can do nothing but check a key. */
    public static class Acme implements Provider {
        private final String id;

        public Acme() {
            this("acme");
        }

        Acme(String id) {
            this.id = id;
        }

        @Override
        public ProviderInfo info() {
            return new ProviderInfo(
                    id,
                    "Acme",
                    URI.create("https://api.acme.example"),
                    new SecretFormat("acme-", List.of("acme-"), List.of()),
                    Set.of());
        }

        @Override
        public KeyAdmin keyAdmin(ProviderClient client) {
            return key -> new KeyCheck.Valid(null, "Accepted.");
        }
    }

    public static final class SecondAnthropic extends Acme {
        public SecondAnthropic() {
            super("anthropic");
        }
    }
}
