package io.leasehold.bench;

import io.leasehold.bench.keys.KeysBench;
import io.leasehold.bench.leases.LeasesBench;
import io.leasehold.bench.load.ClosedLoop;
import io.leasehold.bench.load.FailedRequestsException;
import io.leasehold.bench.load.Generator;
import io.leasehold.bench.load.Message;
import io.leasehold.bench.load.OpenLoop;
import io.leasehold.bench.process.MeasuredProcess;
import io.leasehold.bench.result.Figure;
import io.leasehold.bench.result.Report;
import io.leasehold.bench.revocation.RevocationBench;
import io.leasehold.demo.LocalSystem;
import io.leasehold.demo.client.UnexpectedAnswerException;
import io.leasehold.localstack.service.SimulatorComponent;
import io.leasehold.localstack.settings.Service;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Measures requests through the gateway against the same requests straight at the simulator, on the running stack. */
public final class Bench {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private Bench() {}

    public static void main(String[] arguments) throws InterruptedException {
        // The client's own log is not shown, and that is not worth a warning.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(exitCode(List.of(arguments)));
    }

    private static int exitCode(List<String> arguments) throws InterruptedException {
        try {
            if (arguments.equals(List.of("keys"))) {
                KeysBench.run(System.getenv());
            } else if (arguments.equals(List.of("revocation"))) {
                RevocationBench.run(System.getenv());
            } else if (!arguments.isEmpty() && arguments.getFirst().equals("leases")) {
                LeasesBench.run(
                        Options.parse(
                                arguments.subList(1, arguments.size()), Options.USUAL.withRate(LeasesBench.USUAL_RATE)),
                        System.getenv());
            } else {
                run(Options.parse(arguments, Options.USUAL), System.getenv());
            }
            return 0;
        } catch (IllegalArgumentException wrongUse) {
            System.err.println(wrongUse.getMessage());
            System.err.print(Options.USAGE);
            return WRONG_USE;
        } catch (FailedRequestsException
                | UnexpectedAnswerException
                | IllegalStateException
                | IOException
                | SQLException
                | UncheckedIOException failure) {
            System.err.println(failure.getMessage());
            return FAILED;
        }
    }

    private static void run(Options options, Map<String, String> environment) throws IOException, InterruptedException {
        Experiment experiment = prepare(environment);
        System.out.printf(
                "%d rounds of %d s, by turns. Median (least–most). Everything on this machine, %d processors.%n%n",
                options.rounds(), options.seconds(), Runtime.getRuntime().availableProcessors());
        try (Generator generator = Generator.start(options.connections())) {
            ClosedLoop closed = new ClosedLoop(generator, options.length());
            OpenLoop open = new OpenLoop(generator, options.rate(), options.length());
            for (Message message : Message.values()) {
                experiment.warmUp(message, closed);
            }
            for (Message message : Message.values()) {
                Report throughput = experiment.run(message, closed, Figure.THROUGHPUT, options.rounds());
                System.out.println(throughput.text());
                OpenLoop held = open.atMost(throughput.ratePerSecondThatBothHold());
                System.out.println(experiment
                        .run(message, held, Figure.LATENCY, options.rounds())
                        .text());
            }
        }
    }

    private static Experiment prepare(Map<String, String> environment) throws IOException {
        StackHome home = StackHome.fromEnvironment(environment);
        Access access = new Access(LocalSystem.running(environment));
        return new Experiment(
                access.direct(),
                access.gateway(),
                MeasuredProcess.find(home, Service.GATEWAY.id()),
                MeasuredProcess.find(home, SimulatorComponent.NAME));
    }
}
