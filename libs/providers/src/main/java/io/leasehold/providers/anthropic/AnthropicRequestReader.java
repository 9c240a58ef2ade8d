package io.leasehold.providers.anthropic;

import io.leasehold.providers.dialect.ContentWalk;
import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.InputBound;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads bodies of Anthropic's Messages API and of its token counting. */
final class AnthropicRequestReader implements RequestBody.FieldReader {
    /** Framing and what the provider says to the model of its own. */
    private static final int OVERHEAD = 512;
    /** What the provider says to the model once there are tools. */
    private static final int TOOLS_OVERHEAD = 1024;

    private static final int MESSAGE_OVERHEAD = 16;
    private static final int TOOL_OVERHEAD = 16;

    /** Arguments and schemas of tools: the client's own data. */
    private static final Set<String> OPAQUE = Set.of("input", "input_schema");

    private static final Set<String> MEDIA = Set.of("data");

    private final InferenceDraft draft = new InferenceDraft();
    private final ContentWalk walk = new ContentWalk(MEDIA, OPAQUE, this::contentType);
    private final AnthropicTools tools = new AnthropicTools(draft, walk);
    private int messages;
    private @Nullable String serviceTier;
    private @Nullable String region;
    private @Nullable String speed;

    @Override
    public void field(String name, RequestBody body) throws IOException {
        switch (name) {
            case "model" -> draft.model(body.name(name));
            case "max_tokens" -> draft.maxOutput(body.positive(name));
            case "stream" -> draft.stream(body.flag(name));
            case "service_tier" -> serviceTier = tier(body.name(name));
            case "inference_geo" -> region = body.name(name);
            case "speed" -> speed = body.name(name);
            case "messages" -> messages = walk.walk(body);
            case "system" -> walk.walk(body);
            case "tools" -> tools.read(body);
            case "metadata" -> metadata(body);
            case "cache_control" -> walk.cacheControl(body);
            case "mcp_servers", "context_management" -> serverSide(body);
            case "container" -> draft.unboundedBy(body, "What a container costs can't be told beforehand.");
            default -> other(name, body);
        }
    }

    @Override
    public RequestScan result(int length) throws IOException {
        return draft.inference(
                input(length),
                // Without a word on speed it is the standard one; without one on the region the workspace decides.
                new PricingTerms(serviceTier, region, speed == null ? "standard" : speed));
    }

    private InputBound input(int length) {
        long overhead = OVERHEAD
                + (long) MESSAGE_OVERHEAD * messages
                + (tools.count() == 0 ? 0 : TOOLS_OVERHEAD + (long) TOOL_OVERHEAD * tools.count())
                + tools.builtInTokens();
        return new InputBound(
                draft.textBytes(length, walk),
                overhead,
                Set.copyOf(draft.contents()),
                walk.cacheWrites(),
                draft.contents().contains(Content.SERVER_TOOL) ? AnthropicTools.MOST_TURNS : 1,
                tools.webSearches(),
                draft.unbounded());
    }

    private void contentType(String type) {
        switch (type) {
            case "image" -> draft.holds(Content.IMAGE);
            case "document" -> draft.holds(Content.DOCUMENT);
            case "url", "file", "container_upload" -> draft.holds(Content.REFERENCE);
            default -> {
                // Text, thinking and results of tools are inline: their bytes bound them.
            }
        }
    }

    /** What makes the provider run the model several times by itself. */
    private void serverSide(RequestBody body) throws IOException {
        if (!body.isEmpty()) {
            draft.holds(Content.SERVER_TOOL);
        }
    }

    private void other(String name, RequestBody body) throws IOException {
        if (name.startsWith("fallback")) {
            draft.unboundedBy(body, "What a fallback to another model costs can't be told beforehand.");
        } else {
            body.skip();
        }
    }

    private void metadata(RequestBody body) throws IOException {
        if (!body.isContainer()) {
            return;
        }
        while (!body.parser().nextToken().isStructEnd()) {
            boolean userId = "user_id".equals(body.parser().currentName());
            body.parser().nextToken();
            if (userId && !body.isContainer()) {
                draft.user(body.name("metadata.user_id"));
            } else {
                body.skip();
            }
        }
    }

    /** {@code auto} may come out as any tier. */
    private static @Nullable String tier(@Nullable String asked) {
        if (asked == null || asked.equals("auto")) {
            return null;
        }
        return asked.equals("standard_only") ? "standard" : asked;
    }
}
