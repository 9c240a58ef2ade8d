package io.leasehold.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was once written must stay readable: samples are added with each version and never edited. */
class EventSampleTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    static {
        JSON.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        JSON.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
    }

    @ParameterizedTest
    @EnumSource
    void theFirstVersionOfEveryEventIsStillUnderstood(EventType type) throws IOException {
        isUnderstood(type, 1);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "WORKSPACE_CHANGED",
                "LIMITS_CHANGED",
                "KEY_STATE_CHANGED",
                "KEY_ADDED",
                "LEASE_GRANTED",
                "LEASE_RELEASED",
                "NODE_ENROLLED",
                "REQUEST_COMPLETED",
                "USAGE_REPORTED",
                "COST_REPORTED",
                "HOLD_CREDITED"
            })
    void theSecondVersionIsUnderstood(EventType type) throws IOException {
        isUnderstood(type, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7})
    void laterVersionsOfAWorkspaceAreUnderstood(int version) throws IOException {
        isUnderstood(EventType.WORKSPACE_CHANGED, version);
    }

    @Test
    void limitsOfRatesAreUnderstood() throws IOException {
        isUnderstood(EventType.LIMITS_CHANGED, 3);
    }

    @Test
    void storedResponsesAreUnderstood() throws IOException {
        isUnderstood(EventType.REQUEST_COMPLETED, 3);
    }

    @Test
    void convertedCostsAreUnderstood() throws IOException {
        isUnderstood(EventType.COST_REPORTED, 3);
    }

    private static void isUnderstood(EventType type, int version) throws IOException {
        JsonNode sample = sample(type, version);

        EventData read = JSON.treeToValue(sample, type.dataType());

        assertThat(JSON.readTree(JSON.writeValueAsBytes(read))).isEqualTo(sample);
        assertThat(read.aggregateKey()).isNotBlank();
    }

    private static JsonNode sample(EventType type, int version) throws IOException {
        String file = "/samples/" + type.simpleName() + ".v" + version + ".json";
        try (InputStream in = EventSampleTest.class.getResourceAsStream(file)) {
            return JSON.readTree(Objects.requireNonNull(in, "There is no sample " + file));
        }
    }
}
