package io.leasehold.bench.gateway;

import io.leasehold.bench.Options;
import io.leasehold.bench.load.ClosedLoop;
import io.leasehold.bench.load.Generator;
import io.leasehold.bench.load.Message;
import io.leasehold.bench.load.OpenLoop;
import io.leasehold.bench.process.MeasuredProcess;
import io.leasehold.bench.process.OwnStack;
import io.leasehold.bench.process.Starts;
import io.leasehold.bench.process.StoppedServices;
import io.leasehold.bench.result.Figure;
import io.leasehold.bench.result.Report;
import io.leasehold.bench.result.Spread;
import io.leasehold.demo.LocalSystem;
import io.leasehold.localstack.LocalStackBuilder;
import io.leasehold.localstack.service.SimulatorComponent;
import io.leasehold.localstack.settings.Service;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests through the gateway against the same ones straight at the simulator, through nginx, and through whatever else is
 * named; on the running stack, all by turns.
 */
public final class GatewayBench {
    private static final int STARTS = 3;

    /** Of a stream while there are many, which then takes this often the time of its 19 pauses. */
    private static final Duration TOKEN_INTERVAL = Duration.ofMillis(500);

    private static final int PAUSES = 19;

    private final Options options;
    private final Map<String, String> environment;
    private final StackHome home;
    private final Access access;

    private GatewayBench(Options options, Map<String, String> environment, StackHome home, Access access) {
        this.options = options;
        this.environment = environment;
        this.home = home;
        this.access = access;
    }

    /** @throws IllegalStateException when nothing runs, or a process that is measured ends */
    public static void run(Options options, Map<String, String> environment) throws IOException, InterruptedException {
        StackHome home = StackHome.fromEnvironment(environment);
        var bench = new GatewayBench(options, environment, home, new Access(LocalSystem.running(environment)));
        @Nullable Path nginx = Nginx.program(environment).orElse(null);
        if (nginx == null) {
            System.out.println("Without nginx, which is not on the PATH (Debian: apt-get install nginx-light).");
            bench.measure(null);
        } else {
            try (Nginx proxy = Nginx.start(nginx, bench.access.simulator())) {
                bench.measure(proxy);
            }
        }
    }

    private void measure(@Nullable Nginx nginx) throws IOException, InterruptedException {
        System.out.printf(
                "%d rounds of %d s, by turns. Median (least–most). Everything on this machine, %d processors.%n%n",
                options.rounds(), options.seconds(), Runtime.getRuntime().availableProcessors());
        var experiment = new Experiment(ways(nginx), MeasuredProcess.find(home, SimulatorComponent.NAME));
        Spread start = starts();
        // What tells of the requests later is no part of any way, and would take a third of the machine from all of
        // them.
        try (StoppedServices _ = StoppedServices.stop(home, Service.ANALYTICS_SERVICE, Service.USAGE_COLLECTOR)) {
            List<Report> plain = flatOutAndAtARate(experiment);
            Report streams = streams(experiment.without(Way.CAPTURING));
            new Bars(plain.getFirst(), plain.getLast(), streams, start, options.streams()).print();
        }
    }

    /** The reports of plain messages. */
    private List<Report> flatOutAndAtARate(Experiment experiment) throws InterruptedException {
        try (Generator generator = Generator.start(options.connections())) {
            ClosedLoop closed = new ClosedLoop(generator, options.length());
            for (Message message : Message.values()) {
                experiment.warmUp(message, closed);
            }
            List<Report> plain = messages(experiment, Message.PLAIN, closed, generator);
            messages(experiment, Message.STREAMED, closed, generator);
            return plain;
        }
    }

    /** Of one more gateway, which has ended before there is load. */
    private Spread starts() throws IOException, InterruptedException {
        try (OwnStack own = OwnStack.start(environment, Service.GATEWAY, LocalStackBuilder::onlyServers)) {
            return Starts.measure(own, STARTS);
        }
    }

    /** Flat out, then at a fixed rate. */
    private List<Report> messages(Experiment experiment, Message message, ClosedLoop closed, Generator generator)
            throws InterruptedException {
        Report throughput = experiment.run(message, closed, Figure.THROUGHPUT, options.rounds());
        System.out.println(throughput.text());
        OpenLoop open = new OpenLoop(generator, options.rate(), options.length())
                .atMost(throughput.ratePerSecondThatHold(Way.DIRECT, Way.GATEWAY));
        Report latency = experiment.run(message, open, Figure.LATENCY, options.rounds());
        System.out.println(latency.text());
        return List.of(throughput, latency);
    }

    private Report streams(Experiment experiment) throws InterruptedException {
        Duration each = TOKEN_INTERVAL.multipliedBy(PAUSES);
        // More than should be open: who finds no connection free would wait for one.
        try (Generator generator = Generator.start(2 * options.streams());
                SlowTokens slow = access.slowTokens()) {
            slow.take(TOKEN_INTERVAL);
            OpenLoop many = OpenLoop.atATime(generator, options.streams(), each, options.length());
            Report report = experiment.run(Message.STREAMED, many, Figure.STREAMS, Math.ceilDiv(options.rounds(), 2));
            System.out.println(report.text());
            return report;
        }
    }

    private List<Way> ways(@Nullable Nginx nginx) throws IOException {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(Way.DIRECT, access.direct(), null));
        if (nginx != null) {
            URI base = URI.create(nginx.url() + "/" + Access.PROVIDER);
            ways.add(new Way(Way.NGINX, access.with("through nginx", base), nginx.process()));
        }
        MeasuredProcess gateway = MeasuredProcess.find(home, Service.GATEWAY.id());
        ways.add(new Way(Way.GATEWAY, access.gateway("none"), gateway));
        ways.add(new Way(Way.CAPTURING, access.gateway("full"), gateway));
        options.also().forEach((name, url) -> ways.add(other(name, url)));
        return ways;
    }

    /** Its process is known where it listens on this machine. */
    private Way other(String name, URI url) {
        return new Way(
                name,
                access.with("through " + name, url),
                MeasuredProcess.listeningOn(url.getPort(), name).orElse(null));
    }
}
