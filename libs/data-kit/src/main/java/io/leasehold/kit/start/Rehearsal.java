package io.leasehold.kit.start;

import io.leasehold.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the build starts a service for the cache of classes that later starts read, that start ends before it would connect to
 * something. So what comes after that is gone through here, as far as it goes without anybody at the other end; else its classes, some
 * thousands, would be read, checked and linked at each start.
 */
@Dependent
class Rehearsal {
    private static final Logger LOG = Logger.getLogger(Rehearsal.class);

    /** Quarkus sets it for a start that is for the cache only. */
    private static final String IS_ONE = "quarkus.appcds.generate";

    /** Nobody listens there. */
    private static final String NOWHERE = "localhost:1";

    static void onInit(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (Boolean.getBoolean(IS_ONE)) {
            part("a producer", Rehearsal::produce);
            part("a consumer", Rehearsal::consume);
            part("migrations", Rehearsal::migrate);
            part("a transaction", Rehearsal::work);
            part("an id", Ids::next);
        }
    }

    /** Nobody is there, so that each of them fails in the end; a start only takes longer without it. */
    private static void part(String what, Runnable rehearsed) {
        try {
            rehearsed.run();
        } catch (RuntimeException expected) {
            LOG.debugf(expected, "rehearsed %s", what);
        }
    }

    private static void produce() {
        try (KafkaProducer<String, byte[]> kafka =
                new KafkaProducer<>(broker(), new StringSerializer(), new ByteArraySerializer())) {
            kafka.partitionsFor("nothing");
        }
    }

    private static void consume() {
        Map<String, Object> settings = broker();
        settings.put("group.id", "rehearsal");
        try (KafkaConsumer<String, byte[]> kafka =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            kafka.subscribe(List.of("nothing"));
            kafka.poll(Duration.ofMillis(200));
        }
    }

    private static Map<String, Object> broker() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", NOWHERE);
        settings.put("max.block.ms", 200);
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"-\" password=\"-\";");
        return settings;
    }

    private static void migrate() {
        Flyway.configure()
                .dataSource("jdbc:postgresql://" + NOWHERE + "/-", "-", "-")
                .locations("db/kit", "db/migration")
                .load()
                .info();
    }

    private static void work() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://" + NOWHERE + "/-");
        Jdbi.create(nowhere).installPlugin(new PostgresPlugin()).useTransaction(handle -> handle.execute("select 1"));
    }
}
