package io.leasehold.localstack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.localstack.process.RunState;
import io.leasehold.localstack.process.RunStates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @Test
    void aSettingChangesOnePort() {
        var ports = Ports.fromEnvironment(Map.of("LEASEHOLD_PORT_KEY_SERVICE", "9081"));

        assertThat(ports.number(Port.KEY_SERVICE)).isEqualTo(9081);
        assertThat(ports.number(Port.GATEWAY)).isEqualTo(8080);
    }

    @Test
    void whatIsNoPortIsRefusedTogetherWithItsSetting() {
        for (String value : new String[] {"http", "0", "65536"}) {
            assertThatThrownBy(() -> Ports.fromEnvironment(Map.of("LEASEHOLD_PORT_VAULT", value)))
                    .hasMessageContaining("LEASEHOLD_PORT_VAULT")
                    .hasMessageContaining(value);
        }
    }

    @Test
    void aRunningComponentsPortIsTheOneItWasStartedWith(@TempDir Path folder) throws IOException {
        var states = new RunStates(folder);
        ProcessHandle us = ProcessHandle.current();
        Instant began = us.info().startInstant().orElseThrow();
        states.save(new RunState("gateway", us.pid(), began, new TreeMap<>(Map.of("gateway", 9080))));
        states.save(new RunState("vault", us.pid(), began.minusSeconds(60), new TreeMap<>(Map.of("vault", 9200))));

        var ports = Ports.ofRunning(states, Map.of("LEASEHOLD_PORT_GATEWAY", "7080"));

        assertThat(ports.number(Port.GATEWAY)).isEqualTo(9080);
        assertThat(ports.number(Port.VAULT)).isEqualTo(Port.VAULT.usual());
    }

    @Test
    void everythingIsReachableFromThisMachineOnlyUnlessAnAddressIsNamed() {
        var usual = Ports.fromEnvironment(Map.of());
        var reachable = Ports.fromEnvironment(Map.of("LEASEHOLD_HOST", "127.0.0.2"));

        assertThat(usual.isThisMachineOnly()).isTrue();
        assertThat(usual.url(Port.GATEWAY)).hasToString("http://localhost:8080");
        assertThat(usual.listenAddress()).isEqualTo("127.0.0.1");
        assertThat(reachable.isThisMachineOnly()).isFalse();
        assertThat(reachable.url(Port.GATEWAY)).hasToString("http://127.0.0.2:8080");
        assertThat(reachable.listenAddress()).isEqualTo("127.0.0.2");
    }

    @Test
    void usualPortsAndFreePortsAreAllDifferent() {
        for (Ports ports : new Ports[] {Ports.fromEnvironment(Map.of()), Ports.free(Map.of())}) {
            var numbers = Arrays.stream(Port.values()).map(ports::number).collect(Collectors.toSet());

            assertThat(numbers).hasSize(Port.values().length);
        }
    }
}
