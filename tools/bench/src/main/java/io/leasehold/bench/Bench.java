package io.leasehold.bench;

import io.leasehold.bench.gateway.GatewayBench;
import io.leasehold.bench.keys.KeysBench;
import io.leasehold.bench.leases.LeasesBench;
import io.leasehold.bench.load.FailedRequestsException;
import io.leasehold.bench.revocation.RevocationBench;
import io.leasehold.bench.usage.UsageBench;
import io.leasehold.demo.client.UnexpectedAnswerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;

/** The command line of the benchmarks. */
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
                LeasesBench.run(Options.parse(arguments.subList(1, arguments.size())), System.getenv());
            } else if (!arguments.isEmpty() && arguments.getFirst().equals("usage")) {
                UsageBench.run(Options.parse(arguments.subList(1, arguments.size())), System.getenv());
            } else {
                GatewayBench.run(Options.parse(arguments), System.getenv());
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
}
