package io.leasehold.localstack.kafka;

import io.leasehold.kafkasetup.KafkaUser;
import io.leasehold.kafkasetup.Topics;
import io.leasehold.localstack.KafkaAddress;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** Makes users, ACLs and topics on a running broker. */
final class KafkaSetup {
    private static final int ITERATIONS = 4096;

    private final KafkaAddress address;

    KafkaSetup(KafkaAddress address) {
        this.address = address;
    }

    void run() throws IOException, InterruptedException {
        try (Admin admin = Admin.create(new HashMap<>(address.adminConfig()))) {
            admin.alterUserScramCredentials(users()).all().get();
            admin.createAcls(KafkaUser.allAcls()).all().get();
            new Topics(admin).ensure(TopicSettings.LAYOUT);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private List<UserScramCredentialAlteration> users() {
        var mechanism = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
        return address.passwords().entrySet().stream()
                .<UserScramCredentialAlteration>map(
                        user -> new UserScramCredentialUpsertion(user.getKey(), mechanism, user.getValue()))
                .toList();
    }
}
