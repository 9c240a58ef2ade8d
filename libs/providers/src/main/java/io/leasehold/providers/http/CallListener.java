package io.leasehold.providers.http;

import java.time.Duration;

/** Is told of every attempt of a call. What it gets may hold secrets. */
@FunctionalInterface
public interface CallListener {
    /** For those who need not know. */
    CallListener NOBODY = (call, status, body, took) -> {};

    /**
     * @param status 0 when there was no answer
     * @param body as it came; empty when there was no answer
     */
    void called(ApiCall call, int status, byte[] body, Duration took);
}
