package io.leasehold.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as signing in takes: it keeps cookies, follows redirects and fills in Keycloak's form. */
public final class Browser {
    private static final Pattern FORM_ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> setCookies = new LinkedHashMap<>();
    private final URI home;

    /** @param home the address under test */
    public Browser(URI home) {
        this.home = home;
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** How a cookie was last set, with all that was said about it. */
    public String setCookie(String name) {
        return setCookies.getOrDefault(name, "");
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(home.resolve(path));
    }

    /** One call as the page makes it: a redirect is not followed. */
    public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        if (!cookies.isEmpty()) {
            request.setHeader("cookie", cookieHeader());
        }
        try {
            HttpResponse<T> response = http.send(request.build(), body);
            response.headers().allValues("set-cookie").forEach(this::keep);
            return response;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path), BodyHandlers.ofString());
    }

    /** Goes to a page, through the identity provider where that is in the way, and returns where it ends. */
    public HttpResponse<String> visit(String path) {
        return follow(get(path));
    }

    public HttpResponse<String> signIn(String path, String user, String password) {
        HttpResponse<String> login = visit(path);
        Matcher form = FORM_ACTION.matcher(login.body());
        if (!form.find()) {
            throw new AssertionError("No sign-in form at " + login.uri() + ": " + login.body());
        }
        String fields =
                "username=" + URLEncoder.encode(user, UTF_8) + "&password=" + URLEncoder.encode(password, UTF_8);
        return follow(send(
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields)),
                BodyHandlers.ofString()));
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        HttpResponse<String> response = first;
        for (int hop = 0; response.statusCode() / 100 == 3 && hop < MOST_REDIRECTS; hop++) {
            URI next = response.uri()
                    .resolve(response.headers().firstValue("location").orElseThrow());
            response = send(HttpRequest.newBuilder(next), BodyHandlers.ofString());
        }
        return response;
    }

    private void keep(String header) {
        HttpCookie cookie = HttpCookie.parse("set-cookie:" + header).getFirst();
        setCookies.put(cookie.getName(), header);
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
