package io.leasehold.localstack.kafka;

import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import java.nio.file.Path;

/** The broker's {@code server.properties}. */
final class KafkaConfig {
    private final Ports ports;
    private final Path data;
    private final String adminUser;
    private final String adminPassword;

    KafkaConfig(Ports ports, Path data, String adminUser, String adminPassword) {
        this.ports = ports;
        this.data = data;
        this.adminUser = adminUser;
        this.adminPassword = adminPassword;
    }

    String text() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                log.dirs=%3$s

                listeners=CLIENTS://%6$s:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=CLIENTS://%7$s:%1$d
                listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
                inter.broker.listener.name=CLIENTS
                controller.listener.names=CONTROLLER

                sasl.enabled.mechanisms=SCRAM-SHA-512
                sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
                listener.name.clients.scram-sha-512.sasl.jaas.config=\
                org.apache.kafka.common.security.scram.ScramLoginModule required username="%4$s" password="%5$s";
                # SCRAM users live in the controller's log, so the controller itself can't ask for them.
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                listener.name.controller.plain.sasl.jaas.config=\
                org.apache.kafka.common.security.plain.PlainLoginModule required \
                username="%4$s" password="%5$s" user_%4$s="%5$s";

                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                allow.everyone.if.no.acl.found=false
                super.users=User:%4$s
                auto.create.topics.enable=false

                # One node: internal topics can have one replica only, and few partitions are enough.
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0

                # A small heap: the cleaner alone would take 128 MB of it.
                log.cleaner.dedupe.buffer.size=16777216
                num.network.threads=2
                num.io.threads=4
                """.formatted(
                        ports.number(Port.KAFKA),
                        ports.number(Port.KAFKA_CONTROLLER),
                        data.resolve("log"),
                        adminUser,
                        adminPassword,
                        ports.listenAddress(),
                        ports.host());
    }
}
