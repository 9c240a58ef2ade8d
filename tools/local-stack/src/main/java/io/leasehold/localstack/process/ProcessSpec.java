package io.leasehold.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to be started.
 *
 * @param component the component's name
 * @param command executable and arguments; no secret, because everyone on the machine can read it
 * @param environment variables added to ours
 * @param folder working folder
 * @param log file that takes both output streams
 */
public record ProcessSpec(
        String component, List<String> command, Map<String, String> environment, Path folder, Path log) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    @Override
    public String toString() {
        return "ProcessSpec[" + component + "]";
    }
}
