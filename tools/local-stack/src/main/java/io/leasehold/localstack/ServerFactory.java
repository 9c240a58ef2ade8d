package io.leasehold.localstack;

import io.leasehold.localstack.component.Component;
import io.leasehold.localstack.kafka.KafkaComponent;
import io.leasehold.localstack.kafka.KafkaServerFiles;
import io.leasehold.localstack.keycloak.KeycloakComponent;
import io.leasehold.localstack.keycloak.KeycloakDistribution;
import io.leasehold.localstack.postgres.PostgresBinaries;
import io.leasehold.localstack.postgres.PostgresComponent;
import io.leasehold.localstack.settings.Cache;
import io.leasehold.localstack.settings.Maven;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.Secrets;
import io.leasehold.localstack.settings.StackHome;
import io.leasehold.localstack.settings.Versions;
import io.leasehold.localstack.vault.VaultComponent;
import io.leasehold.localstack.vault.VaultSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the components of the real servers, and fetches what they need. */
public final class ServerFactory {
    private final StackHome home;
    private final PostgresBinaries postgresFiles;
    private final KafkaServerFiles kafkaFiles;
    private final KeycloakDistribution keycloakFiles;

    public ServerFactory(StackHome home, Map<String, String> environment) {
        this.home = home;
        var cache = new Cache(home.cache());
        var maven = Maven.fromEnvironment(environment, home.logs());
        var versions = Versions.current();
        this.postgresFiles = new PostgresBinaries(versions.postgresql(), cache, maven);
        this.kafkaFiles = new KafkaServerFiles(versions.kafka(), home.checkout(), cache, maven);
        this.keycloakFiles = new KeycloakDistribution(versions.keycloak(), cache, maven);
    }

    /** Fetches everything ahead of time; what is there already costs nothing. */
    public void fetch() throws IOException, InterruptedException {
        keycloakFiles.folder();
        postgresFiles.folder();
        kafkaFiles.classPath();
    }

    /** @param vault null where there is no Vault */
    Servers all(Ports ports, Secrets secrets, @Nullable VaultSource vault) {
        var postgres = new PostgresComponent(home, ports, secrets.get("postgresql.superuser"), postgresFiles);
        var kafka = new KafkaComponent(home, ports, secrets, kafkaFiles);
        var keycloak = new KeycloakComponent(home, ports, secrets, postgres.address(), keycloakFiles);
        var components = new ArrayList<Component>(List.of(postgres, kafka, keycloak));
        if (vault == null) {
            return new Servers(
                    components,
                    () -> new StackAddresses(postgres.address(), kafka.address(), keycloak.address(), null));
        }
        var vaultServer = VaultComponent.of(vault, home, ports, secrets);
        components.add(vaultServer);
        return new Servers(
                components,
                () -> new StackAddresses(
                        postgres.address(), kafka.address(), keycloak.address(), vaultServer.address()));
    }

    /** A broker of its own beside servers that run already. */
    Servers onlyKafka(Ports ports, Secrets secrets, StackAddresses running) {
        var kafka = new KafkaComponent(home, ports, secrets, kafkaFiles);
        var addresses = new StackAddresses(running.postgres(), kafka.address(), running.keycloak(), running.vault());
        return new Servers(List.of(kafka), () -> addresses);
    }
}
