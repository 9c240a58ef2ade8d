package io.leasehold.localstack.service;

import io.leasehold.localstack.settings.Service;
import java.util.List;

/** How the services' JVMs are run on one machine: small, and quick to start. */
final class JvmOptions {
    private static final List<String> SMALL = List.of(
            "-Xms32m", "-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    // Their CPU time per request is measured, so they get the optimising compiler.
    static final List<String> FAST = List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    // What the compiler took from the system goes back; bodies and records have their shares of the heap. Most of what
    // a
    // request makes is gone with it, so that room for the young saves more time than anything else here.
    private static final List<String> RELAYING = List.of(
            "-Xms128m",
            "-Xmx128m",
            "-Xmn56m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TrimNativeHeapInterval=5000",
            "-XX:+ExitOnOutOfMemoryError");

    private JvmOptions() {}

    /** @param optimised whether its CPU time is measured, whichever it is */
    static List<String> of(Service service, boolean optimised) {
        if (service == Service.GATEWAY) {
            return RELAYING;
        }
        return optimised ? FAST : SMALL;
    }
}
