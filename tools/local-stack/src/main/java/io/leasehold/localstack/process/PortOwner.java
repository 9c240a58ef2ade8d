package io.leasehold.localstack.process;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who listens on a port.
 *
 * @param pid process id
 * @param command its executable, or {@code ?} where we may not know
 */
public record PortOwner(long pid, String command) {

    /** Best effort: empty where the machine does not tell. */
    public static Optional<PortOwner> find(int port) {
        try {
            OptionalLong pid = ProcSockets.isAvailable() ? ProcSockets.listener(port) : LsofSockets.listener(port);
            return pid.isPresent() ? Optional.of(describe(pid.getAsLong())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static PortOwner describe(long pid) {
        String command = ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .flatMap(info -> info.commandLine().or(info::command))
                .orElse("?");
        return new PortOwner(pid, command);
    }

    @Override
    public String toString() {
        return "pid " + pid + " (" + (command.length() > 100 ? command.substring(0, 100) + "…" : command) + ")";
    }
}
