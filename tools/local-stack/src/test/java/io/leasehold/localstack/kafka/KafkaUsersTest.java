package io.leasehold.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.kafkasetup.KafkaUser;
import io.leasehold.localstack.settings.Service;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KafkaUsersTest {
    @Test
    void whoeverSignsInToTheBrokerHasRightsThere() {
        assertThat(Service.withKafka().stream().map(Service::id))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(KafkaUser.values()).map(KafkaUser::id).toList());
    }
}
