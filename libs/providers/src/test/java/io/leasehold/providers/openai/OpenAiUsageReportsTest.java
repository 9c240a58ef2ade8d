package io.leasehold.providers.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageCounts;
import io.leasehold.providers.usage.UsageReport;
import io.leasehold.providers.usage.UsageReports;
import io.leasehold.providers.usage.UsageSample;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenAiUsageReportsTest {
    private static final Instant FROM = Instant.ofEpochSecond(1794960000);
    private static final Instant TO = Instant.ofEpochSecond(1795046400);
    private static final String KEYED = "&group_by=project_id&group_by=api_key_id&group_by=model";

    private final FakeProvider openAi = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(openAi);
    private final UsageReports reports =
            new OpenAiProvider().usageReports(client).orElseThrow();

    @AfterEach
    void stop() {
        client.close();
        openAi.close();
    }

    @Test
    void cachedInputIsTakenOutOfTheInputThatHoldsIt() {
        openAi.on(call("completions", KEYED + "&group_by=service_tier"), 200, bucket("""
                {"object":"organization.usage.completions.result","input_tokens":141201,"input_cached_tokens":41201,
                 "input_cache_write_tokens":20000,"input_uncached_tokens":80000,"output_tokens":9756,
                 "num_model_requests":470,"project_id":"proj_abc","user_id":null,"api_key_id":"key_p2",
                 "model":"gpt-6-sol","batch":null,"service_tier":"default"}"""));

        assertThat(read().samples())
                .containsExactly(new UsageSample(
                        FROM,
                        TO,
                        "completions",
                        "key_p2",
                        "gpt-6-sol",
                        "proj_abc",
                        "default",
                        new UsageCounts(470L, 80000L, 41201L, 20000L, null, 9756L, null, null, null),
                        null));
    }

    /** They are no text, and cost something else. */
    @Test
    void audioAndImagesThatArePutOutAreToldByThemselves() {
        openAi.on(call("completions", KEYED + "&group_by=service_tier"), 200, bucket("""
                {"input_tokens":1000,"input_cached_tokens":300,"input_uncached_tokens":700,"input_text_tokens":500,
                 "input_cached_text_tokens":250,"input_audio_tokens":200,"input_cached_audio_tokens":50,
                 "input_image_tokens":0,"output_tokens":400,"output_text_tokens":310,"output_audio_tokens":80,
                 "output_image_tokens":10,"num_model_requests":7,"api_key_id":"key_p2","model":"gpt-audio"}"""));

        assertThat(read().samples())
                .extracting(UsageSample::unit, UsageSample::counts)
                .containsExactly(
                        tuple(null, new UsageCounts(7L, 500L, 250L, null, null, 310L, null, null, null)),
                        tuple("audio_tokens", new UsageCounts(null, null, null, null, null, null, null, null, 330L)),
                        tuple("image_tokens", new UsageCounts(null, null, null, null, null, null, null, null, 10L)));
        assertThat(read().samples()).allMatch(sample -> "key_p2".equals(sample.providerKeyId()));
    }

    @Test
    void moreAudioThanInputIsNotBelieved() {
        openAi.on(
                call("completions", KEYED + "&group_by=service_tier"),
                200,
                bucket("{\"input_tokens\":1,\"input_audio_tokens\":2,\"output_tokens\":0}"));

        assertThatThrownBy(this::read).hasMessageContaining("more tokens of audio");
    }

    @Test
    void whatIsNotCountedInTokensIsToldInItsOwnUnits() {
        openAi.on(call("images", KEYED), 200, bucket("{\"images\":3,\"num_model_requests\":2,\"model\":\"gpt-image\"}"))
                .on(call("vector_stores", "&group_by=project_id"), 200, bucket("{\"usage_bytes\":77}"));

        assertThat(read().samples())
                .extracting(
                        UsageSample::kind,
                        UsageSample::unit,
                        sample -> sample.counts().units())
                .containsExactly(tuple("images", "images", 3L), tuple("vector_stores", "bytes", 77L));
    }

    @Test
    void aFamilyThatIsNotThereWasNotUsedAndOneThatFailsIsAFailure() {
        assertThat(read().samples()).isEmpty();
        assertThat(openAi.calls()).hasSize(10);

        openAi.on(call("completions", KEYED + "&group_by=service_tier"), 403, "{}");
        assertThatThrownBy(this::read).isInstanceOf(ProviderException.class);
    }

    @Test
    void moreCachedInputThanInputIsNotBelieved() {
        openAi.on(
                call("completions", KEYED + "&group_by=service_tier"),
                200,
                bucket("{\"input_tokens\":1,\"input_cached_tokens\":2,\"output_tokens\":0}"));

        assertThatThrownBy(this::read).hasMessageContaining("more cached input than input");
    }

    private UsageReport read() {
        return reports.read(openAi.access("sk-admin-x"), FROM, TO, BucketWidth.HOUR);
    }

    private static String call(String kind, String groups) {
        return "GET /v1/organization/usage/" + kind
                + "?start_time=1794960000&end_time=1795046400&bucket_width=1h&limit=168" + groups;
    }

    private static String bucket(String result) {
        return """
                {"object":"page","data":[{"object":"bucket","start_time":1794960000,"end_time":1795046400,"results":[%s]}],
                 "has_more":false,"next_page":null}""".formatted(result);
    }
}
