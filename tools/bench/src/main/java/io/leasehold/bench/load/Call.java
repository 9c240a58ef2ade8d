package io.leasehold.bench.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.function.Supplier;

/** Requests of one kind, sent any number of times. */
public final class Call {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Supplier<Request> requests;

    /** One request. */
    public record Request(RequestOptions options, Buffer body) {
        /** @param headers name, value, name, value, … */
        public static Request post(String url, Buffer body, String... headers) {
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setAbsoluteURI(url)
                    .putHeader("content-type", "application/json")
                    .setTimeout(LONGEST_SILENCE.toMillis());
            for (int i = 0; i < headers.length; i += 2) {
                options.putHeader(headers[i], headers[i + 1]);
            }
            return new Request(options, body);
        }
    }

    /** @param requests asked for one each time, by any of the event loops */
    public Call(Supplier<Request> requests) {
        this.requests = requests;
    }

    /** The same message each time. */
    public Call(Target target, Message message) {
        Request request = Request.post(
                target.baseUrl() + "/v1/messages",
                Buffer.buffer(message.body()),
                "anthropic-version",
                "2023-06-01",
                "x-api-key",
                target.credential());
        this.requests = () -> request;
    }

    /** Never fails: no answer is an answer too. Done when the last byte is there. */
    Future<Answer> send(HttpClient client) {
        Request request = requests.get();
        return client.request(request.options())
                .compose(sent -> sent.send(request.body()))
                .compose(Call::readToEnd)
                .otherwise(failure -> Answer.none(String.valueOf(failure)));
    }

    private static Future<Answer> readToEnd(HttpClientResponse response) {
        int status = response.statusCode();
        if (!Answer.isSuccess(status)) {
            return response.body().map(text -> Answer.refused(status, text.toString()));
        }
        FirstByte first = new FirstByte();
        response.handler(first);
        return response.end().map(over -> new Answer(status, "", first.at()));
    }
}
