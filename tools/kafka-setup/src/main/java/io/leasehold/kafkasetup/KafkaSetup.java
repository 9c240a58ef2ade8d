package io.leasehold.kafkasetup;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** What the chart runs before an installation or an upgrade; it can be run again at any time. */
public final class KafkaSetup {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private KafkaSetup() {}

    public static void main(String[] none) throws InterruptedException {
        // The client's own logs are not shown, and that is not worth a warning.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try {
            run(Settings.of(System.getenv()));
        } catch (IllegalArgumentException e) {
            System.err.println("kafka-setup: " + e.getMessage());
            System.exit(WRONG_USE);
        } catch (IOException | IllegalStateException e) {
            System.err.println("kafka-setup: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run(Settings settings) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(settings.client())) {
            List<String> made = new Topics(admin).ensure(settings.layout());
            made.forEach(name -> System.out.println("topic made name=" + name));
            System.out.println("topics are as they must be made=" + made.size());
            if (settings.acls()) {
                admin.createAcls(KafkaUser.allAcls()).all().get();
                System.out.println("every service's rights are there");
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
