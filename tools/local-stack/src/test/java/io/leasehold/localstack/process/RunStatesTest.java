package io.leasehold.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStatesTest {
    private static final ProcessHandle US = ProcessHandle.current();

    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsFoundAgain() throws Exception {
        var states = new RunStates(folder);
        var state = new RunState("kafka", US.pid(), began(), new TreeMap<>(Map.of("kafka", 19092)));

        states.save(state);

        assertThat(states.find("kafka")).contains(state);
        assertThat(states.list()).containsExactly(state);
        states.remove("kafka");
        assertThat(states.list()).isEmpty();
    }

    @Test
    void nothingIsRememberedInAFolderThatIsNotThere() throws Exception {
        assertThat(new RunStates(folder.resolve("none")).list()).isEmpty();
    }

    @Test
    void aRunningProcessIsFoundByPidAndStart() {
        var state = new RunState("kafka", US.pid(), began(), new TreeMap<>());

        assertThat(state.find()).contains(US);
    }

    @Test
    void aStrangerWithTheSamePidIsNotFound() {
        var state = new RunState("kafka", US.pid(), began().minusSeconds(3600), new TreeMap<>());

        assertThat(state.find()).isEmpty();
    }

    private static Instant began() {
        return US.info().startInstant().orElseThrow();
    }
}
