package io.leasehold.localstack.kafka;

import io.leasehold.contracts.Topic;
import io.leasehold.localstack.KafkaAddress;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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
            admin.createAcls(KafkaAccess.all()).all().get();
            admin.createTopics(missingTopics(admin)).all().get();
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

    private static List<NewTopic> missingTopics(Admin admin) throws ExecutionException, InterruptedException {
        var known = admin.listTopics().names().get();
        return Arrays.stream(Topic.values())
                .filter(topic -> !known.contains(topic.topicName()))
                .map(TopicSettings::of)
                .toList();
    }
}
