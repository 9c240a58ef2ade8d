package io.leasehold.providers.cohere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.providers.Access;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.ModelCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohereKeyAdminTest {
    private static final String SECRET = "abcdefghijklmnopqrstuvwxyz0123456789abcd";
    private static final String CHECK = "POST /v1/check-api-key";

    private final FakeProvider cohere = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(cohere);
    private final KeyAdmin keys = new CohereProvider().keyAdmin(client);
    private final Access key = cohere.access(SECRET);

    @AfterEach
    void stop() {
        client.close();
        cohere.close();
    }

    @Test
    void aKeyThatWorksNamesItsOrganisation() {
        cohere.on(CHECK, 200, "{\"valid\":true,\"organization_id\":\"6e0ea5d0\",\"owner_id\":\"e1b2\"}");

        assertThat(((KeyCheck.Valid) keys.check(key)).account()).isEqualTo("6e0ea5d0");
        assertThat(cohere.asked().getFirst().header("authorization")).isEqualTo("Bearer " + SECRET);
        assertThat(cohere.asked().getFirst().body()).isEmpty();
    }

    @Test
    void whatIsNotValidIsInvalidEvenWhenAllIsWell() {
        cohere.on(CHECK, 200, "{\"valid\":false}").on(CHECK, 200, "{\"valid\":true}");

        assertThat(keys.check(key)).isInstanceOf(KeyCheck.Invalid.class);
        assertThat(((KeyCheck.Valid) keys.check(key)).account()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "400, bad request, unreachable",
        "401, no api key supplied, invalid",
        "402, please add or update your payment method, no_credit",
        "403, not allowed here, forbidden",
        "404, not found, unreachable",
        "422, unprocessable, unreachable",
        "429, You are limited to 40 calls / minute, rate_limited",
        "429, Trial keys are limited to 1000 calls / month, no_credit",
        "498, invalid api token, invalid",
        "499, request cancelled, unreachable",
        "500, internal server error, unreachable",
        "501, not implemented, unreachable",
        "503, unavailable, unreachable",
        "504, timed out, unreachable"
    })
    void everyErrorHasItsMeaning(int status, String words, String result) {
        cohere.on(CHECK, status, "{\"message\":\"" + words + "\",\"id\":\"b1f0\"}");

        KeyCheck check = keys.check(key);

        assertThat(check.result()).isEqualTo(result);
        assertThat(check.message()).contains(words);
    }

    @Test
    void modelsAreLookedForOnAllPages() {
        cohere.on("GET /v1/models?page_size=1000", 200, """
                        {"models":[{"name":"command-a-03-2025","is_deprecated":false,"endpoints":["chat"],"context_length":288000}],"next_page_token":"p2"}""")
                .on("GET /v1/models?page_size=1000&page_token=p2", 200, """
                        {"models":[{"name":"embed-v4.0"}],"next_page_token":null}""");

        assertThat(keys.checkModel(key, "embed-v4.0").result()).isEqualTo(ModelCheck.Result.AVAILABLE);
        assertThat(keys.checkModel(key, "gpt-6").result()).isEqualTo(ModelCheck.Result.NOT_AVAILABLE);
    }

    @Test
    void thereIsNoCredentialThatAdministersIt() {
        assertThatThrownBy(() -> keys.checkAdmin(key)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(new CohereProvider().capabilities()).isEmpty();
    }
}
