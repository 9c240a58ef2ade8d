package io.leasehold.providers.google;

import com.fasterxml.jackson.core.JsonToken;
import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads bodies of generateContent, and of countTokens, which costs nothing. Thinking counts into the maximum. */
final class GoogleContentReader implements RequestBody.FieldReader {
    private static final String BY_CALL = "What a tool that Google runs costs can't be told beforehand.";

    private final InferenceDraft draft = new InferenceDraft();
    private final GoogleContents contents = new GoogleContents(draft);
    private final ProtoNames names = new ProtoNames();
    private @Nullable String serviceTier;
    private boolean refersToStored;

    GoogleContentReader(String model, boolean stream) {
        draft.model(model);
        draft.stream(stream);
    }

    @Override
    public void field(String written, RequestBody body) throws IOException {
        String name = names.next(written);
        switch (name) {
            case "contents", "systemInstruction" -> contents.read(body);
            case "tools" -> contents.tools(body, BY_CALL);
            case "generationConfig" -> generationConfig(body);
            case "serviceTier" -> serviceTier = body.name(name);
            case "cachedContent" -> {
                refersToStored |= !body.isNull();
                body.skip();
            }
            default -> body.skip();
        }
    }

    @Override
    public RequestScan result(int length) throws IOException {
        if (refersToStored) {
            throw RequestBody.bad(
                    "Keys are shared, so that what is stored at Google can't be referred to here: send the"
                            + " contents themselves instead of cachedContent.");
        }
        return draft.inference(contents.input(length), new PricingTerms(serviceTier, null, null));
    }

    private void generationConfig(RequestBody body) throws IOException {
        if (body.isNull()) {
            return;
        }
        if (body.parser().currentToken() != JsonToken.START_OBJECT) {
            throw RequestBody.bad("generationConfig must be an object.");
        }
        ProtoNames within = new ProtoNames();
        while (body.parser().nextToken() == JsonToken.FIELD_NAME) {
            String name = within.next(body.parser().currentName());
            body.parser().nextToken();
            switch (name) {
                case "maxOutputTokens" -> draft.maxOutput(body.positive(name));
                case "candidateCount" -> draft.choices(body.positive(name));
                case "responseModalities" -> modalities(body);
                default -> body.skip();
            }
        }
    }

    private void modalities(RequestBody body) throws IOException {
        if (!body.isContainer()) {
            return;
        }
        while (!body.parser().nextToken().isStructEnd()) {
            if (!body.parser().getText().equalsIgnoreCase("text")) {
                draft.unbounded("What images and audio cost as output can't be told beforehand.");
            }
            body.skip();
        }
    }
}
