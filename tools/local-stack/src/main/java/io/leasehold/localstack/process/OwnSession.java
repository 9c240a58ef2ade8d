package io.leasehold.localstack.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Puts a process into a session of its own, under the same pid. Otherwise Ctrl-C in the terminal would reach every server at
 * once, and they could not be stopped in order.
 */
public final class OwnSession {
    private static final List<String> PREFIX = find();

    private OwnSession() {}

    /** What to put before a command; nothing where the machine has no way to do it. */
    public static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> find() {
        if (isOnPath("setsid")) {
            return List.of("setsid");
        }
        // macOS has no setsid, but it has Perl.
        if (isOnPath("perl")) {
            return List.of("perl", "-e", "use POSIX 'setsid'; setsid(); exec @ARGV");
        }
        return List.of();
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
