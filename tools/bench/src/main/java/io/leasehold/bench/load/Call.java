package io.leasehold.bench.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;

/** One request, ready to be sent any number of times. */
public final class Call {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final RequestOptions request;
    private final Buffer body;

    public Call(Target target, Message message) {
        this.request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(target.baseUrl() + "/v1/messages")
                .putHeader("content-type", "application/json")
                .putHeader("anthropic-version", "2023-06-01")
                .putHeader("x-api-key", target.credential())
                .setTimeout(LONGEST_SILENCE.toMillis());
        this.body = Buffer.buffer(message.body());
    }

    /** Never fails: no answer is an answer too. Done when the last byte is there. */
    Future<Answer> send(HttpClient client) {
        return client.request(request)
                .compose(sent -> sent.send(body))
                .compose(Call::readToEnd)
                .otherwise(failure -> Answer.none(String.valueOf(failure)));
    }

    private static Future<Answer> readToEnd(HttpClientResponse response) {
        int status = response.statusCode();
        return Answer.isSuccess(status)
                ? response.end().map(new Answer(status, ""))
                : response.body().map(text -> new Answer(status, text.toString()));
    }
}
