package io.leasehold.localstack.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.localstack.component.FakeComponent.Behaviour;
import io.leasehold.localstack.process.RunStates;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final Ports ports = Ports.free(Map.of());

    @TempDir
    Path folder;

    @Test
    void dependenciesStartFirstAndStopLast() throws Exception {
        var database = FakeComponent.of("database", journal);
        var identity = FakeComponent.of("identity", journal, "database");
        var service = FakeComponent.of("service", journal, "identity", "database");
        var supervisor = supervisor(service, identity, database);

        supervisor.start();
        supervisor.stop();

        assertThat(journal)
                .containsExactly(
                        "start database",
                        "start identity",
                        "start service",
                        "stop service",
                        "stop identity",
                        "stop database");
    }

    @Test
    void whenOneFailsItsDependentsDoNotStartAndTheOthersAreStopped() {
        var database = FakeComponent.of("database", journal);
        var broken = FakeComponent.of("broken", journal, "database").that(Behaviour.FAILS);
        var service = FakeComponent.of("service", journal, "broken");

        assertThatThrownBy(() -> supervisor(database, broken, service).start())
                .isInstanceOf(ComponentFailure.class)
                .hasMessageContaining("on purpose")
                .extracting(failure -> ((ComponentFailure) failure).component())
                .isEqualTo("broken");
        assertThat(journal).contains("stop database").doesNotContain("start service");
    }

    @Test
    void aFailureDoesNotWaitForOneThatNeverGetsReady() {
        var slow = FakeComponent.of("slow", journal).that(Behaviour.NEVER_READY);
        var broken = FakeComponent.of("broken", journal).that(Behaviour.FAILS);

        assertThatThrownBy(() -> supervisor(slow, broken).start()).isInstanceOf(ComponentFailure.class);
        assertThat(journal).contains("stop slow");
    }

    @Test
    void whatIsNotBuiltIsLeftOut() throws Exception {
        var missing = FakeComponent.of("missing", journal).that(Behaviour.IS_NOT_BUILT);
        var service = FakeComponent.of("service", journal, "missing");
        var supervisor = supervisor(missing, service);

        supervisor.start();

        assertThat(journal).containsExactly("start service");
        assertThat(supervisor.contains("missing")).isFalse();
    }

    @Test
    void allTakenPortsAreNamedWithTheirHoldersAndSettingsBeforeAnythingStarts() throws Exception {
        var first = FakeComponent.of("first", journal).on(Port.VAULT);
        var second = FakeComponent.of("second", journal, "first").on(Port.GATEWAY);

        try (var stranger = new ServerSocket(ports.number(Port.GATEWAY), 1, InetAddress.getLoopbackAddress());
                var another = new ServerSocket(ports.number(Port.VAULT), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> supervisor(first, second).start())
                    .isInstanceOf(ComponentFailure.class)
                    .hasMessageContaining(String.valueOf(stranger.getLocalPort()))
                    .hasMessageContaining("pid " + ProcessHandle.current().pid())
                    .hasMessageContaining("LEASEHOLD_PORT_GATEWAY")
                    .hasMessageContaining(another.getLocalPort() + " of first")
                    .hasMessageContaining("LEASEHOLD_PORT_VAULT");
        }
        assertThat(journal).isEmpty();
    }

    private Supervisor supervisor(Component... components) {
        return new Supervisor(List.of(components), ports, new RunStates(folder), ProgressListener.SILENT);
    }
}
