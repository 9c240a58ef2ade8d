package io.leasehold.providers.plugin;

import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.ProviderInfo;
import io.leasehold.providers.SecretFormat;
import io.leasehold.providers.chat.ChatAnswers;
import io.leasehold.providers.chat.EmbeddingReader;
import io.leasehold.providers.dialect.AnswerFormat;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.ErrorForm;
import io.leasehold.providers.dialect.Fact;
import io.leasehold.providers.dialect.HeaderRules;
import io.leasehold.providers.dialect.RequestReading;
import io.leasehold.providers.dialect.Route;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ApiCall;
import io.leasehold.providers.http.ErrorReader;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.quota.Quota;
import io.leasehold.providers.quota.QuotaSnapshot;
import io.leasehold.providers.quota.Quotas;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A provider as another jar would bring it: it embeds, its keys can be checked, and it tells what credit is left. */
public final class NinthProvider implements Provider {
    static final String ID = "ninth";
    private static final CredentialHeader CREDENTIAL = new CredentialHeader("x-ninth-key", "");

    private static final AnswerFormat EMBEDDINGS = new AnswerFormat(ChatAnswers::split)
            .withoutOutput()
            .at(Fact.MODEL, "model")
            .at(Fact.INPUT, "used.tokens")
            .at(Fact.ERROR_TYPE, "problem.kind");

    private static final Dialect DIALECT = new Dialect(
            List.of(CREDENTIAL),
            new HeaderRules(Set.of(), List.of()),
            new ErrorForm("x-request-id", Enum::name, (json, refusal, type, message, requestId) -> {
                json.writeObjectFieldStart("problem");
                json.writeStringField("kind", type);
                json.writeStringField("text", message);
                json.writeEndObject();
            }),
            List.of(Route.priced("POST", "/embed", RequestReading.json(EmbeddingReader::new), EMBEDDINGS)));

    @Override
    public ProviderInfo info() {
        return new ProviderInfo(
                ID,
                "Ninth",
                URI.create("https://api.ninth.example"),
                new SecretFormat("n9-", List.of("n9-"), List.of()),
                Set.of(Capability.QUOTA));
    }

    @Override
    public KeyAdmin keyAdmin(ProviderClient client) {
        return key -> KeyCheck.by(() ->
                new KeyCheck.Valid(JsonFields.text(me(client, key).body(), "team"), "Fine."));
    }

    @Override
    public Optional<Quotas> quotas(ProviderClient client) {
        return Optional.of(holder -> {
            Instant now = client.clock().instant();
            BigDecimal left = JsonFields.amount(me(client, holder).body(), "credit");
            return new QuotaSnapshot(
                    null, null, List.of(new Quota("credit", "USD", false, null, left, null, false, null)), now);
        });
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.of(DIALECT);
    }

    private static Answer me(ProviderClient client, Access key) {
        return client.send(ApiCall.get(key, CREDENTIAL, "/me"), new Errors());
    }

    private static final class Errors implements ErrorReader {
        @Override
        public String provider() {
            return "Ninth";
        }

        @Override
        public Reading read(Answer answer) {
            String kind = JsonFields.text(answer.body().path("problem"), "kind");
            return new Reading(ErrorReader.byStatus(answer.status()), kind, null);
        }
    }
}
