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
        List<String> complaints = new ArrayList<>();
        for (Component component : components) {
            for (Port port : component.ports()) {
                if (!ports.isFree(port)) {
                    complaints.add(complaint(component, port));
                }
            }
        }
        if (!complaints.isEmpty()) {
            throw new ComponentFailure("nothing was started", String.join("\n", complaints), List.of());
        }
    }

    private String complaint(Component component, Port port) {
        int number = ports.number(port);
        String owner = PortOwner.find(number).map(PortOwner::toString).orElse("another process");
        return "port %d of %s is held by %s; end that, or set %s to another port"
                .formatted(number, component.name(), owner, port.setting());
    }
}
