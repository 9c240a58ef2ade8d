package io.leasehold.localstack.process;

import java.io.IOException;

/** The signals that end a process, by what they ask for. */
public enum Signal {
    /** The usual request to end in order. */
    TERM,
    /** PostgreSQL's "fast" shutdown; TERM makes it wait for its clients. */
    INT,
    KILL;

    /** Sends it; a process that is gone already is no error. */
    public void send(long pid) throws IOException, InterruptedException {
        // The shell's own kill is there on every machine, the program is not.
        new ProcessBuilder("sh", "-c", "kill -" + name() + " " + pid + " 2>/dev/null")
                .start()
                .waitFor();
    }
}
