package io.leasehold.kit.consume;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What one consumer puts aside of a batch: once, however often the batch is tried. Used by one thread. */
final class PutAside {
    private record Place(TopicPartition partition, long offset) {}

    private final String consumer;
    private final DeadLetters deadLetters;
    private final Set<Place> sent = new HashSet<>();

    PutAside(String consumer, DeadLetters deadLetters) {
        this.consumer = consumer;
        this.deadLetters = deadLetters;
    }

    void put(ConsumerRecord<String, byte[]> source, String reason) {
        Place place = new Place(new TopicPartition(source.topic(), source.partition()), source.offset());
        if (!sent.contains(place)) {
            deadLetters.send(consumer, source, reason);
            sent.add(place);
        }
    }

    /** The batch is done with and won't be tried again. */
    void batchIsDone() {
        sent.clear();
    }
}
