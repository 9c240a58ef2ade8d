package io.leasehold.sim;

import io.leasehold.sim.control.ControlApi;
import io.leasehold.sim.ecb.ReferenceRates;
import io.leasehold.sim.provider.SimulatedProvider;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Objects;

/** Gives each call to whom its path belongs. */
final class FrontDoor {
    private final List<SimulatedProvider> providers;
    private final ControlApi control;
    private final ReferenceRates rates;

    FrontDoor(List<SimulatedProvider> providers, ControlApi control, ReferenceRates rates) {
        this.providers = providers;
        this.control = control;
        this.rates = rates;
    }

    void answer(HttpServerRequest request) {
        String path = Objects.requireNonNullElse(request.path(), "");
        for (SimulatedProvider provider : providers) {
            if (isUnder(path, provider.mount())) {
                provider.answer(request, path.substring(provider.mount().length()));
                return;
            }
        }
        if (isUnder(path, ControlApi.MOUNT)) {
            control.answer(request, path.substring(ControlApi.MOUNT.length()));
        } else if (isUnder(path, ReferenceRates.MOUNT)) {
            rates.answer(request, path.substring(ReferenceRates.MOUNT.length()));
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private static boolean isUnder(String path, String mount) {
        return path.startsWith(mount) && path.length() > mount.length() && path.charAt(mount.length()) == '/';
    }
}
