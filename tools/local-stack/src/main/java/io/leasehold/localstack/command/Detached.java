package io.leasehold.localstack.command;

import io.leasehold.localstack.process.JavaCommand;
import io.leasehold.localstack.process.LogFile;
import io.leasehold.localstack.process.OwnSession;
import io.leasehold.localstack.settings.StackHome;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a verb in a process of its own that stays behind, and shows its output until it is ready. */
final class Detached {
    private final StackHome home;
    private final Path log;

    Detached(StackHome home) {
        this.home = home;
        this.log = home.log(RunningSupervisor.NAME);
    }

    /** Returns when everything is ready, or with the exit code of the other process if it ended before that. */
    int start(List<String> verb) throws IOException, InterruptedException {
        home.prepare();
        LogFile.rotate(log);
        new RunningSupervisor(home).unregister();
        Process process = new ProcessBuilder(command(verb))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return follow(process);
    }

    private static List<String> command(List<String> verb) throws IOException {
        var command = new ArrayList<>(OwnSession.prefix());
        command.addAll(JavaCommand.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto")
                .jar(ourJar(), verb.toArray(String[]::new)));
        return command;
    }

    private static Path ourJar() throws IOException {
        try {
            return Path.of(Detached.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private int follow(Process process) throws IOException, InterruptedException {
        var supervisor = new RunningSupervisor(home);
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            while (process.isAlive() && !supervisor.isReady()) {
                print(file);
                Thread.sleep(100);
            }
            print(file);
        }
        return process.isAlive() ? 0 : process.exitValue();
    }

    private static void print(RandomAccessFile file) throws IOException {
        byte[] fresh = new byte[(int) (file.length() - file.getFilePointer())];
        file.readFully(fresh);
        // Cut between two bytes of one character at worst for a moment: output comes in whole lines.
        System.out.print(new String(fresh, StandardCharsets.UTF_8));
        System.out.flush();
    }
}
