package io.leasehold.localstack.component;

import java.util.List;

/** A component could not be started, or ended although nobody asked it to. */
public final class ComponentFailure extends Exception {
    private final String component;
    private final List<String> lastLines;

    /** @param lastLines the end of the component's log; empty if it has none */
    public ComponentFailure(String component, String reason, List<String> lastLines) {
        super(reason);
        this.component = component;
        this.lastLines = List.copyOf(lastLines);
    }

    public String component() {
        return component;
    }

    public List<String> lastLines() {
        return lastLines;
    }
}
