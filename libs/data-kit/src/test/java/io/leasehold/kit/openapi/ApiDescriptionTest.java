package io.leasehold.kit.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.test.CommittedOpenApi;
import io.leasehold.test.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class ApiDescriptionTest {
    private JsonNode api = new ObjectMapper().createObjectNode();

    @BeforeEach
    void read() throws JsonProcessingException {
        api = new ObjectMapper()
                .readTree(given().accept("application/json").get("/q/openapi").asString());
    }

    @Test
    void everythingIsDescribedPrecisely() {
        CommittedOpenApi.checkQuality(api);
    }

    @Test
    void anAmountIsOneNamedSchema() throws JsonProcessingException {
        assertThat(property("price")).isEqualTo(json("""
                {"$ref": "#/components/schemas/Amount", "examples": ["1.50"]}"""));
        assertThat(property("rebate")).isEqualTo(json("""
                {"anyOf": [{"$ref": "#/components/schemas/Amount"}, {"type": "null"}],
                 "description": "Off the price", "examples": ["2.50"]}"""));
        assertThat(property("prices")).isEqualTo(json("""
                {"type": "array", "items": {"$ref": "#/components/schemas/Amount"}}"""));
        assertThat(property("share")).isEqualTo(json("""
                {"$ref": "#/components/schemas/Ratio", "examples": ["0.5000"]}"""));
        assertThat(schema("Amount").path("type").asText()).isEqualTo("string");
        assertThat("1.250000000").matches(schema("Amount").path("pattern").asText());
        assertThat("1.2500000001").doesNotMatch(schema("Amount").path("pattern").asText());
    }

    @Test
    void whatMayBeNullSaysSo() throws JsonProcessingException {
        assertThat(property("note")).isEqualTo(json("""
                {"type": ["string", "null"]}"""));
        assertThat(property("second")).isEqualTo(json("""
                {"anyOf": [{"$ref": "#/components/schemas/Colour"}, {"type": "null"}]}"""));
    }

    @Test
    void anAnswerAlwaysHasAllOfItsFieldsButThoseLeftOutWhenNull() {
        assertThat(required("Thing"))
                .containsExactlyInAnyOrder(
                        "id", "price", "rebate", "share", "prices", "colour", "second", "note", "made_at", "pieces");
    }

    @Test
    void whatIsLeftOutWhenNullIsNeverNull() throws JsonProcessingException {
        assertThat(property("rare")).isEqualTo(json("""
                {"type": "string"}"""));
    }

    @Test
    void aRequestNeedsWhatItsValidationNeeds() {
        assertThat(required("AddThingRequest")).containsExactlyInAnyOrder("price", "pieces");
        assertThat(schema("AddThingRequest").path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("price", "tags", "note", "pieces");
    }

    @Test
    void aPageIsNamedAfterWhatIsOnIt() {
        assertThat(api.at("/paths/~1things/get/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ThingPage");
    }

    @Test
    void aPostThatMayComeAgainSaysSo() {
        assertThat(api.at("/paths/~1notes/post/parameters/0/name").asText()).isEqualTo("Idempotency-Key");
        assertThat(api.at("/paths/~1notes/post/parameters"))
                .as("once, however often the description is made")
                .hasSize(1);
        assertThat(api.at("/paths/~1notes~1secret/post/parameters/0/in").asText())
                .isEqualTo("header");
        assertThat(api.at("/paths/~1things/post/parameters").isMissingNode()).isTrue();
    }

    @Test
    void aLimitThatDescribesItselfIsLeftAsItIs() {
        assertThat(limitOf("/things")).isEqualTo("How many items, 1 to 500; 50 where left out");
        assertThat(limitOf("/things/top")).isEqualTo("How many to name");
    }

    private String limitOf(String path) {
        return api.path("paths")
                .path(path)
                .path("get")
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("name").asText().equals("limit"))
                .map(parameter -> parameter.path("description").asText())
                .findFirst()
                .orElseThrow();
    }

    private List<String> required(String name) {
        return schema(name).path("required").valueStream().map(JsonNode::asText).toList();
    }

    private JsonNode property(String name) {
        return schema("Thing").path("properties").path(name);
    }

    private JsonNode schema(String name) {
        return api.path("components").path("schemas").path(name);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
