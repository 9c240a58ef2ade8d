package io.leasehold.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.regex.Pattern;

/** Reads answers without REST Assured's paths: each of those is compiled as a program, and much is asked again and again. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PROPERTY = Pattern.compile("[a-z_]+");

    private Answers() {}

    static JsonNode read(Response answer, int status) {
        String body = answer.asString();
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("No JSON: " + body, noJson);
        }
    }

    /** @param path a property, or what REST Assured understands */
    @SuppressWarnings("unchecked")
    static <T> T read(Response answer, int status, String path) {
        if (!PROPERTY.matcher(path).matches()) {
            return answer.then().statusCode(status).extract().path(path);
        }
        return (T) JSON.convertValue(read(answer, status).get(path), Object.class);
    }
}
