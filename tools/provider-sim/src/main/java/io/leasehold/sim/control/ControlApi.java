package io.leasehold.sim.control;

import io.leasehold.sim.http.BodyTooLarge;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Routes;
import io.leasehold.sim.provider.SimulatedProvider;
import io.leasehold.sim.provider.World;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Everything under {@code /control}; only callers on this machine are answered. */
public final class ControlApi {
    public static final String MOUNT = "/control";
    private static final System.Logger LOG = System.getLogger(ControlApi.class.getName());

    private final World world;
    private final Guard guard;
    private final Routes routes = new Routes();

    public ControlApi(World world, List<SimulatedProvider> providers) {
        this.world = world;
        this.guard = new Guard(world.vertx(), ControlApi::answerFailure);
        KnownKeys known = new KnownKeys(world.keys());
        routes.on(HttpMethod.GET, "/health", exchange -> exchange.json(200, new Health("up")));
        routeKeys(providers);
        routeFaults(known, providers);
        routeLedger(known, providers);
        routeClock();
        providers.forEach(provider ->
                provider.controls().forEach((path, order) -> routes.on(HttpMethod.PUT, path, withBody(order))));
    }

    private record Health(String status) {}

    /** @param path what follows the mount */
    public void answer(HttpServerRequest request, String path) {
        long serial = world.serial().next();
        if (!SameMachine.holds(
                request.remoteAddress().hostAddress(), request.localAddress().hostAddress())) {
            answerFailure(Routes.unrouted(request, serial), new ControlError(403, "Control is for this machine only"));
            return;
        }
        routes.answer(request, path, serial, guard, () -> new ControlError(404, "There is nothing here"));
    }

    private void routeKeys(List<SimulatedProvider> providers) {
        KeysControl keys = new KeysControl(
                world.keys(),
                world.clock(),
                providers.stream().map(SimulatedProvider::secrets).toList());
        routes.on(HttpMethod.GET, "/keys", keys::list)
                .on(HttpMethod.POST, "/keys", withBody(keys::create))
                .on(HttpMethod.DELETE, "/keys/{id}", keys::delete);
    }

    private void routeFaults(KnownKeys known, List<SimulatedProvider> providers) {
        TreeSet<String> errorKinds = new TreeSet<>();
        providers.forEach(provider -> errorKinds.addAll(provider.errorKinds()));
        FaultsControl faults = new FaultsControl(world.faults(), known, errorKinds);
        routes.on(HttpMethod.GET, "/faults", faults::list)
                .on(HttpMethod.PUT, "/faults", withBody(faults::order))
                .on(HttpMethod.DELETE, "/faults", faults::clear);
    }

    private void routeLedger(KnownKeys known, List<SimulatedProvider> providers) {
        LedgerControl ledger = new LedgerControl(world, known, guard, providers);
        routes.on(HttpMethod.GET, "/ledger", ledger::list)
                .on(HttpMethod.POST, "/ledger", withBody(ledger::add))
                .on(HttpMethod.DELETE, "/ledger", ledger::clear)
                .on(HttpMethod.GET, "/bill", ledger::bill);
    }

    private void routeClock() {
        ClockControl clock = new ClockControl(world.clock());
        routes.on(HttpMethod.GET, "/clock", clock::get).on(HttpMethod.POST, "/clock", withBody(clock::shift));
    }

    private Consumer<Exchange> withBody(BiConsumer<Exchange, Buffer> answer) {
        return exchange -> guard.withBody(exchange, body -> answer.accept(exchange, body));
    }

    private static void answerFailure(Exchange exchange, Throwable failure) {
        ControlError error = switch (failure) {
            case ControlError known -> known;
            case InvalidRequest invalid -> new ControlError(400, invalid.getMessage());
            case BodyTooLarge tooLarge -> new ControlError(413, "The body is too large");
            default -> unexpected(failure);
        };
        exchange.json(error.status(), error.problem());
    }

    private static ControlError unexpected(Throwable failure) {
        LOG.log(Level.ERROR, "A control call failed", failure);
        return new ControlError(500, "The call failed; the log says why");
    }
}
