package io.leasehold.localstack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL refuses to run as root; in a user namespace of its own, root looks like nobody to it. */
final class Unprivileged {
    private Unprivileged() {}

    /** What to put before a command; nothing for an ordinary user. */
    static List<String> prefix() {
        return isRootOnLinux() ? List.of("unshare", "-U") : List.of();
    }

    private static boolean isRootOnLinux() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return false;
        }
    }
}
