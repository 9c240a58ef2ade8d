package io.leasehold.providers.http;

import io.leasehold.providers.Access;
import io.leasehold.providers.dialect.CredentialHeader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call to a provider's management API.
 *
 * @param credential the header that the credential is sent in; null where it stands in the body, or is none
 * @param path with its query, encoded
 * @param headers without the credential, which stays out of every record
 * @param body JSON; null for none
 * @param repeatable whether it does no harm when the provider gets it twice; others are sent again only after an answer
 *     by which nothing was done
 */
public record ApiCall(
        String method,
        Access access,
        @Nullable CredentialHeader credential,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        boolean repeatable) {
    private static final int LONGEST_EXPLANATION = 300;

    public ApiCall {
        headers = Map.copyOf(headers);
    }

    public static ApiCall get(Access access, CredentialHeader credential, String path) {
        return new ApiCall("GET", access, credential, path, Map.of(), null, true);
    }

    public static ApiCall delete(Access access, CredentialHeader credential, String path) {
        return new ApiCall("DELETE", access, credential, path, Map.of(), null, true);
    }

    /** @param method such as {@code POST}, {@code PATCH} */
    public static ApiCall with(
            String method, Access access, @Nullable CredentialHeader credential, String path, String json) {
        return new ApiCall(method, access, credential, path, Map.of("content-type", "application/json"), json, true);
    }

    /** A form, as OAuth wants it; what is in it is the credential. */
    public static ApiCall form(Access access, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        Map<String, String> headers = Map.of("content-type", "application/x-www-form-urlencoded");
        return new ApiCall("POST", access, null, path, headers, body, true);
    }

    /** One that asks something and has nothing in its body. */
    public static ApiCall post(Access access, CredentialHeader credential, String path) {
        return new ApiCall("POST", access, credential, path, Map.of(), null, true);
    }

    /** The same call, which makes something anew whenever it arrives. */
    public ApiCall once() {
        return new ApiCall(method, access, credential, path, headers, body, false);
    }

    /** A value as it stands in a path or a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public ApiCall header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ApiCall(method, access, credential, path, more, body, repeatable);
    }

    /** Without query, headers and body, as secrets are in some of them. */
    @Override
    public String toString() {
        int query = path.indexOf('?');
        return method + " " + (query < 0 ? path : path.substring(0, query));
    }

    URI uri() {
        return URI.create(access.baseUrl() + path);
    }

    /** Headers with the credential, to be sent and not to be kept. */
    Map<String, String> allHeaders(String userAgent) {
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("accept", "application/json");
        all.put("user-agent", userAgent);
        if (credential != null) {
            all.put(credential.name(), credential.write(access.credential().reveal()));
        }
        return all;
    }

    /** What a provider says, fit to be shown: on one line, short, and without the credential it may repeat. */
    String shown(String words) {
        String clean = words.replace(access.credential().reveal(), "…")
                .replaceAll("\\s+", " ")
                .strip();
        return clean.length() <= LONGEST_EXPLANATION ? clean : clean.substring(0, LONGEST_EXPLANATION) + "…";
    }
}
