package io.leasehold.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** A service's API, called by one user or node in one workspace. */
final class Api {
    private final Http http;
    private final URI service;
    private final AccessToken token;
    private final String workspace;

    Api(Http http, URI service, AccessToken token, String workspace) {
        this.http = http;
        this.service = service;
        this.token = token;
        this.workspace = workspace;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return http.json(request(path).GET());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return http.json(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(http.write(body))));
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(service + path))
                .header("Authorization", "Bearer " + token.get())
                .header("leasehold-workspace", workspace);
    }
}
