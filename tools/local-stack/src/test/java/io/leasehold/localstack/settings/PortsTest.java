package io.leasehold.localstack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
    void usualPortsAndFreePortsAreAllDifferent() {
        for (Ports ports : new Ports[] {Ports.fromEnvironment(Map.of()), Ports.free()}) {
            var numbers = Arrays.stream(Port.values()).map(ports::number).collect(Collectors.toSet());

            assertThat(numbers).hasSize(Port.values().length);
        }
    }
}
