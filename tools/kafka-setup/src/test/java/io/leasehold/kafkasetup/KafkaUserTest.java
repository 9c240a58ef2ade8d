package io.leasehold.kafkasetup;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class KafkaUserTest {
    private static final Set<Topic> SHARED = EnumSet.of(Topic.AUDIT, Topic.DEAD_LETTERS);

    @Test
    void everyTopicButTheSharedOnesHasOneWriter() {
        for (Topic topic : EnumSet.complementOf(EnumSet.copyOf(SHARED))) {
            assertThat(KafkaUser.values())
                    .as(topic.topicName())
                    .filteredOn(user -> user.writes().contains(topic))
                    .hasSize(1);
        }
    }

    @Test
    void everyServiceAppendsToTheAuditAndPutsAsideWhatItCannotUse() {
        for (KafkaUser user : KafkaUser.values()) {
            assertThat(user.writes()).containsAll(SHARED);
        }
    }

    @Test
    void nobodyButDistributionCouldMintLeases() {
        assertThat(KafkaUser.allAcls())
                .filteredOn(binding -> binding.pattern().name().equals(Topic.LEASES.topicName()))
                .filteredOn(binding -> binding.entry().operation() == AclOperation.WRITE)
                .extracting(binding -> binding.entry().principal())
                .containsExactly("User:distribution-service");
    }

    @Test
    void contentIsReadByNobody() {
        assertThat(KafkaUser.allAcls())
                .filteredOn(binding -> binding.pattern().name().equals(Topic.CONTENT.topicName()))
                .extracting(binding -> binding.entry().operation())
                .containsOnly(AclOperation.WRITE);
    }

    @Test
    void aServicesGroupsBeginWithItsNameAndTheGatewayHasNone() {
        assertThat(groups(KafkaUser.ANALYTICS_SERVICE)).singleElement().satisfies(binding -> {
            assertThat(binding.pattern().name()).isEqualTo("analytics-service");
            assertThat(binding.pattern().patternType()).isEqualTo(PatternType.PREFIXED);
        });
        assertThat(groups(KafkaUser.GATEWAY)).isEmpty();
    }

    private static List<AclBinding> groups(KafkaUser user) {
        return user.acls().stream()
                .filter(binding -> binding.pattern().resourceType() == ResourceType.GROUP)
                .toList();
    }
}
