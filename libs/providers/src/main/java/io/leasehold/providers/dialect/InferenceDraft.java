package io.leasehold.providers.dialect;

import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.RequestScan.InputBound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been read of a request for inference so far: what bodies of all providers have in common. */
public final class InferenceDraft {
    private final List<String> alternatives = new ArrayList<>();
    private final Set<Content> contents = EnumSet.noneOf(Content.class);
    private String model = "";
    private boolean stream;
    private long maxOutput = -1;
    private long choices = 1;
    private @Nullable String user;
    private @Nullable String unbounded;
    private @Nullable UsageRequest usageRequest;
    private @Nullable String goesOnFrom;

    public void model(@Nullable String name) {
        model = name == null ? "" : name;
    }

    public void alternative(String name) {
        alternatives.add(name);
    }

    public void stream(boolean asked) {
        stream = asked;
    }

    public boolean streams() {
        return stream;
    }

    /** The provider is made to tell the usage. */
    public void usageRequest(@Nullable UsageRequest request) {
        usageRequest = request;
    }

    /** What was said before is stored at the provider, which has it read again. */
    public void goesOnFrom(@Nullable String id) {
        if (id != null) {
            goesOnFrom = id;
            holds(Content.REFERENCE);
        }
    }

    /** The most output that is allowed; of several the largest counts, and below 0 nothing is said. */
    public void maxOutput(long tokens) {
        maxOutput = Math.max(maxOutput, tokens);
    }

    public boolean hasMaxOutput() {
        return maxOutput >= 0;
    }

    /** How many answers are asked for; below 1 nothing is said. */
    public void choices(long number) {
        choices = Math.max(choices, number);
    }

    public void user(@Nullable String id) {
        user = id;
    }

    public void holds(Content content) {
        contents.add(content);
    }

    public Set<Content> contents() {
        return contents;
    }

    /** No bound can be given; the reason says what to change. */
    public void unbounded(String reason) {
        unbounded = reason;
    }

    /** Passes over a field on which the body stands: with anything but {@code null} in it no bound can be given. */
    public void unboundedBy(RequestBody body, String reason) throws IOException {
        if (!body.isNull()) {
            unbounded(reason);
        }
        body.skip();
    }

    public @Nullable String unbounded() {
        return unbounded;
    }

    /** How much of a body is text. Without images and the like, fields named like theirs hold text too. */
    public long textBytes(int bodyLength, ContentWalk walk) {
        return contents.isEmpty() ? bodyLength : bodyLength - walk.mediaBytes();
    }

    /** @throws IOException which makes the body a bad request, when it names no model */
    public Inference inference(InputBound input, PricingTerms terms) throws IOException {
        if (model.isEmpty() && alternatives.isEmpty()) {
            throw RequestBody.bad("model: Field required");
        }
        return new Inference(
                model,
                alternatives,
                stream,
                maxOutput < 0 ? OptionalLong.empty() : OptionalLong.of(maxOutput),
                Math.toIntExact(choices),
                input,
                terms,
                user,
                usageRequest,
                goesOnFrom);
    }
}
