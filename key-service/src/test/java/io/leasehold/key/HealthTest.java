package io.leasehold.key;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

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
                // Since the process began, and not since somebody asked.
                .body("uptime_seconds", greaterThan(1))
                .body("dependencies.find { it.name == 'Secret store' }.status", equalTo("up"));
    }
}
