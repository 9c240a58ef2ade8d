package io.leasehold.key;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest {
    @Test
    void readinessTellsWhetherSecretsCanBeRead() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'Secret store' }.status", equalTo("UP"));
        given().get("/api/v1/info")
                .then()
                .statusCode(200)
                .body("service", equalTo("key-service"))
                .body("dependencies.find { it.name == 'Secret store' }.status", equalTo("up"));
    }
}
