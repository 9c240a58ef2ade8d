package io.leasehold.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Listening sockets as {@code lsof} tells them, for machines without {@code /proc}. */
final class LsofSockets {
    private LsofSockets() {}

    static OptionalLong listener(int port) throws IOException, InterruptedException {
        Process lsof = new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        lsof.waitFor();
        return pid(answer);
    }

    /** The first pid in lsof's field output, where its line begins with {@code p}. */
    static OptionalLong pid(String answer) {
        return answer.lines()
                .filter(line -> line.matches("p\\d+"))
                .mapToLong(line -> Long.parseLong(line.substring(1)))
                .findFirst();
    }
}
