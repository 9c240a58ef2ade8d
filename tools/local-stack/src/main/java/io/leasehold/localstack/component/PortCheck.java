package io.leasehold.localstack.component;

import io.leasehold.localstack.process.PortOwner;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the taken ports before anything is started, and says who holds them and how to choose others. */
final class PortCheck {
    private final Ports ports;

    PortCheck(Ports ports) {
        this.ports = ports;
    }

    void check(Collection<Component> components) throws ComponentFailure {
        for (Component component : components) {
            List<String> complaints = complaints(component);
            if (!complaints.isEmpty()) {
                throw new ComponentFailure(component.name(), String.join("\n", complaints), List.of());
            }
        }
    }

    private List<String> complaints(Component component) {
        var complaints = new ArrayList<String>();
        for (Port port : component.ports()) {
            int number = ports.number(port);
            if (!Ports.isFree(number)) {
                String owner = PortOwner.find(number).map(PortOwner::toString).orElse("another process");
                complaints.add("port %d is held by %s; end that, or set %s to another port"
                        .formatted(number, owner, port.setting()));
            }
        }
        return complaints;
    }
}
