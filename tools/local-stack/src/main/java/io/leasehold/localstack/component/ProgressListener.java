package io.leasehold.localstack.component;

import java.time.Duration;

/** Is told how a stack comes up and goes down; called from several threads. */
public interface ProgressListener {

    void starting(String component);

    /** Something that takes a while, such as fetching a server for the first time. */
    void doing(String component, String what);

    void ready(String component, Duration took);

    void skipped(String component, String reason);

    void failed(String component);

    void stopped(String component);

    /** Says nothing, for stacks that a test starts. */
    ProgressListener SILENT = new ProgressListener() {
        @Override
        public void starting(String component) {}

        @Override
        public void doing(String component, String what) {}

        @Override
        public void ready(String component, Duration took) {}

        @Override
        public void skipped(String component, String reason) {}

        @Override
        public void failed(String component) {}

        @Override
        public void stopped(String component) {}
    };
}
