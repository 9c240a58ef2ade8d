package io.leasehold.providers.anthropic;

import io.leasehold.providers.dialect.ContentWalk;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.InputBound;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
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

    private final int length;
    private final Set<Content> contents = EnumSet.noneOf(Content.class);
    private final ContentWalk walk = new ContentWalk(MEDIA, OPAQUE, this::contentType);
    private final AnthropicTools tools = new AnthropicTools(walk);
    private String model = "";
    private long maxTokens = -1;
    private boolean stream;
    private int messages;
    private @Nullable String serviceTier;
    private @Nullable String region;
    private @Nullable String speed;
    private @Nullable String user;
    private @Nullable String unbounded;

    AnthropicRequestReader(int length) {
        this.length = length;
    }

    @Override
    public void field(String name, RequestBody body) throws IOException {
        switch (name) {
            case "model" -> model = orEmpty(body.name(name));
            case "max_tokens" -> maxTokens = body.positive(name);
            case "stream" -> stream = body.flag(name);
            case "service_tier" -> serviceTier = tier(body.name(name));
            case "inference_geo" -> region = body.name(name);
            case "speed" -> speed = body.name(name);
            case "messages" -> messages = walk.walk(body);
            case "system" -> walk.walk(body);
            case "tools" -> tools.read(body);
            case "metadata" -> metadata(body);
            case "cache_control" -> walk.cacheControl(body);
            case "mcp_servers", "context_management" -> serverSide(body);
            case "container" -> unboundedBy(body, "What a container costs can't be told beforehand.");
            default -> other(name, body);
        }
    }

    @Override
    public RequestScan result() throws IOException {
        if (model.isEmpty()) {
            throw RequestBody.bad("model: Field required");
        }
        if (tools.onServer()) {
            contents.add(Content.SERVER_TOOL);
        }
        return new RequestScan.Inference(
                model,
                List.of(),
                stream,
                maxTokens < 0 ? OptionalLong.empty() : OptionalLong.of(maxTokens),
                1,
                input(),
                // Without a word on speed it is the standard one; without one on the region the workspace decides.
                new PricingTerms(serviceTier, region, speed == null ? "standard" : speed),
                user);
    }

    private InputBound input() {
        long overhead = OVERHEAD
                + (long) MESSAGE_OVERHEAD * messages
                + (tools.count() == 0 ? 0 : TOOLS_OVERHEAD + (long) TOOL_OVERHEAD * tools.count())
                + tools.builtInTokens();
        return new InputBound(
                // Without media, such fields hold text that only the provider can read.
                contents.isEmpty() ? length : length - walk.mediaBytes(),
                overhead,
                Set.copyOf(contents),
                walk.cacheWrites(),
                contents.contains(Content.SERVER_TOOL) ? AnthropicTools.MOST_TURNS : 1,
                tools.webSearches(),
                unbounded != null ? unbounded : tools.unbounded());
    }

    private void contentType(String type) {
        switch (type) {
            case "image" -> contents.add(Content.IMAGE);
            case "document" -> contents.add(Content.DOCUMENT);
            case "url", "file", "container_upload" -> contents.add(Content.REFERENCE);
            default -> {
                // Text, thinking and results of tools are inline: their bytes bound them.
            }
        }
    }

    /** What makes the provider run the model several times by itself. */
    private void serverSide(RequestBody body) throws IOException {
        if (!body.isNull() && (!body.isContainer() || walk.walk(body) > 0)) {
            contents.add(Content.SERVER_TOOL);
        }
    }

    private void other(String name, RequestBody body) throws IOException {
        if (name.startsWith("fallback")) {
            unboundedBy(body, "What a fallback to another model costs can't be told beforehand.");
        } else {
            body.skip();
        }
    }

    private void unboundedBy(RequestBody body, String reason) throws IOException {
        unbounded = body.isNull() ? unbounded : reason;
        body.skip();
    }

    private void metadata(RequestBody body) throws IOException {
        if (!body.isContainer()) {
            return;
        }
        while (!body.parser().nextToken().isStructEnd()) {
            boolean userId = "user_id".equals(body.parser().currentName());
            body.parser().nextToken();
            if (userId && !body.isContainer()) {
                user = body.name("metadata.user_id");
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

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
