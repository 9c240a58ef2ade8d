package io.leasehold.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Topic;
import io.leasehold.localstack.settings.Service;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class KafkaAccessTest {
    private static final Set<Topic> SHARED = EnumSet.of(Topic.AUDIT, Topic.DEAD_LETTERS);

    @Test
    void everyTopicButTheSharedOnesHasOneWriter() {
        for (Topic topic : EnumSet.complementOf(EnumSet.copyOf(SHARED))) {
            assertThat(Service.withKafka())
                    .as(topic.topicName())
                    .filteredOn(service -> KafkaAccess.writes(service).contains(topic))
                    .hasSize(1);
        }
    }

    @Test
    void everyServiceAppendsToTheAuditAndPutsAsideWhatItCannotUse() {
        for (Service service : Service.withKafka()) {
            assertThat(KafkaAccess.writes(service)).containsAll(SHARED);
        }
    }

    @Test
    void nobodyButDistributionCouldMintLeases() {
        assertThat(KafkaAccess.all())
                .filteredOn(binding -> binding.pattern().name().equals(Topic.LEASES.topicName()))
                .filteredOn(binding -> binding.entry().operation() == AclOperation.WRITE)
                .extracting(binding -> binding.entry().principal())
                .containsExactly("User:distribution-service");
    }

    @Test
    void contentIsReadByNobody() {
        assertThat(KafkaAccess.all())
                .filteredOn(binding -> binding.pattern().name().equals(Topic.CONTENT.topicName()))
                .extracting(binding -> binding.entry().operation())
                .containsOnly(AclOperation.WRITE);
    }

    @Test
    void aServicesGroupsBeginWithItsNameAndTheGatewayHasNone() {
        assertThat(groups(Service.ANALYTICS_SERVICE)).singleElement().satisfies(binding -> {
            assertThat(binding.pattern().name()).isEqualTo("analytics-service");
            assertThat(binding.pattern().patternType()).isEqualTo(PatternType.PREFIXED);
        });
        assertThat(groups(Service.GATEWAY)).isEmpty();
    }

    private static List<AclBinding> groups(Service service) {
        return KafkaAccess.of(service).stream()
                .filter(binding -> binding.pattern().resourceType() == ResourceType.GROUP)
                .toList();
    }
}
