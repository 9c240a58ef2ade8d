package io.leasehold.kafkasetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void theNamesAreThoseOfTheServices() {
        Settings settings = Settings.of(Map.of(
                "LEASEHOLD_KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                "LEASEHOLD_KAFKA_USERNAME", "admin",
                "LEASEHOLD_KAFKA_PASSWORD", "hush-hush",
                "LEASEHOLD_KAFKA_SETUP_REPLICATION_FACTOR", "3",
                "LEASEHOLD_KAFKA_SETUP_MIN_INSYNC_REPLICAS", "2",
                "LEASEHOLD_KAFKA_SETUP_ACLS", "true"));

        assertThat(settings.client())
                .containsEntry("bootstrap.servers", "kafka:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(settings.layout())
                .isEqualTo(new TopicLayout(Optional.of((short) 3), Map.of("min.insync.replicas", "2")));
        assertThat(settings.acls()).isTrue();
        assertThat(settings.toString()).doesNotContain("hush-hush");
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        assertThatThrownBy(() -> Settings.of(Map.of())).hasMessage("LEASEHOLD_KAFKA_BOOTSTRAP_SERVERS is not set");
        assertThatThrownBy(() -> Settings.of(
                        Map.of("LEASEHOLD_KAFKA_BOOTSTRAP_SERVERS", "kafka:9093", "LEASEHOLD_KAFKA_USERNAME", "admin")))
                .hasMessage("LEASEHOLD_KAFKA_PASSWORD is not set");
        assertThatThrownBy(() -> Settings.of(Map.of(
                        "LEASEHOLD_KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                        "LEASEHOLD_KAFKA_SETUP_REPLICATION_FACTOR", "three")))
                .hasMessage("LEASEHOLD_KAFKA_SETUP_REPLICATION_FACTOR is not a number");
    }
}
