package io.leasehold.collector;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What other modules generate their clients from is committed, and is what the service offers. */
@QuarkusTest
class OpenApiTest {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void theCommittedDescriptionIsWhatTheServiceOffers() throws IOException {
        String offered =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, offered);
        }

        assertThat(offered)
                .as(
                        "The API has changed. If that is meant, run this test with -Dopenapi.update=true and commit %s.",
                        COMMITTED)
                .isEqualTo(Files.readString(COMMITTED));
    }
}
