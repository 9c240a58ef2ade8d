package io.leasehold.localstack;

import io.leasehold.localstack.component.Component;
import java.util.List;
import java.util.function.Supplier;

/**
 * The real servers of a stack, or as many of them as it starts itself.
 *
 * @param components those to be started; empty where all of them run already
 * @param addresses where they are; only to be asked once they are ready
 */
record Servers(List<Component> components, Supplier<StackAddresses> addresses) {
    Servers {
        components = List.copyOf(components);
    }
}
