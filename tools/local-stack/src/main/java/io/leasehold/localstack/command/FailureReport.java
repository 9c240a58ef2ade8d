package io.leasehold.localstack.command;

import io.leasehold.localstack.component.ComponentFailure;

/** How a failed component is told: what happened, and the end of its log. */
final class FailureReport {
    private FailureReport() {}

    static void print(ComponentFailure failure) {
        System.err.printf("%n%s: %s%n", failure.component(), failure.getMessage());
        if (!failure.lastLines().isEmpty()) {
            System.err.println("The end of its log:");
            failure.lastLines().forEach(line -> System.err.println("  " + LogLine.readable(line)));
        }
    }
}
