package io.leasehold.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed description of the API is the one that the code makes. */
@QuarkusTest
class OpenApiTest {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void theCommittedDescriptionIsCurrent() throws IOException {
        String current = given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, current);
        }

        assertThat(Files.readString(COMMITTED))
                .as("openapi.yaml is old; write it anew with -Dtest=OpenApiTest -Dopenapi.update=true")
                .isEqualTo(current);
    }
}
