package io.leasehold.bench.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class EffortTest {
    @Test
    void whatThePollsOfAllAccountsTookIsAddedUp() throws JsonProcessingException {
        Effort effort = of("""
                {"items":[
                 {"provider":"anthropic","accounts":[
                  {"last_poll":{"calls":4,"bytes":1500,"took_ms":90}},
                  {"last_poll":{"calls":2,"bytes":500,"took_ms":40}}]},
                 {"provider":"cohere","accounts":[]}]}
                """);

        assertThat(effort).isEqualTo(new Effort(2, 6, 2_000));
        assertThat(effort.callsPerPoll()).isEqualTo(3);
        assertThat(effort.kilobytesPerPoll()).isEqualTo(1);
    }

    @Test
    void accountsThatWereNotPolledDoNotCount() throws JsonProcessingException {
        Effort effort = of("""
                {"items":[{"provider":"openai","accounts":[{"last_poll":null},{"last_poll":{"calls":3,"bytes":30}}]}]}
                """);

        assertThat(effort).isEqualTo(new Effort(1, 3, 30));
        assertThat(new Effort(0, 0, 0).callsPerPoll()).isZero();
    }

    private static Effort of(String answer) throws JsonProcessingException {
        return Effort.of(new ObjectMapper().readTree(answer));
    }
}
