package io.leasehold.providers.google;

import com.fasterxml.jackson.core.JsonToken;
import io.leasehold.providers.dialect.ContentWalk;
import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan.CacheWrites;
import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.InputBound;
import java.io.IOException;
import java.util.Set;

/** What a request gives the model to read. Caches are written without a charge. */
final class GoogleContents {
    /** Framing, and what a provider says to the model of its own. */
    private static final int OVERHEAD = 512;

    private static final int CONTENT_OVERHEAD = 16;
    private static final int TOOLS_OVERHEAD = 1024;

    /** Both ways of writing each, since Google takes either. */
    private static final Set<String> KINDS = Set.of("mimeType", "mime_type", "fileUri", "file_uri");

    /** Arguments and results of the client's own functions. */
    private static final Set<String> OPAQUE = Set.of("args", "response");

    private final InferenceDraft draft;
    private final ContentWalk walk;
    private int contents;
    private int tools;

    GoogleContents(InferenceDraft draft) {
        this.draft = draft;
        this.walk = new ContentWalk(KINDS, Set.of("data"), OPAQUE, this::kind);
    }

    /** Consumes contents, one or several. */
    void read(RequestBody body) throws IOException {
        contents += walk.walk(body);
    }

    /** Consumes tools; those that are no functions of the client's are run by Google. */
    void tools(RequestBody body, String costOfOthers) throws IOException {
        if (!body.isContainer()) {
            return;
        }
        int depth = 1;
        while (depth > 0) {
            JsonToken token = body.parser().nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.FIELD_NAME) {
                String tool = ProtoNames.usual(body.parser().currentName());
                body.parser().nextToken();
                if (tool.equals("functionDeclarations")) {
                    tools++;
                    body.skip();
                } else {
                    draft.unboundedBy(body, costOfOthers);
                }
            }
        }
    }

    /** @param length of the whole body, in bytes */
    InputBound input(int length) {
        long overhead = OVERHEAD + (long) CONTENT_OVERHEAD * contents + (long) TOOLS_OVERHEAD * tools;
        return new InputBound(
                draft.textBytes(length, walk),
                overhead,
                Set.copyOf(draft.contents()),
                CacheWrites.NONE,
                1,
                0,
                draft.unbounded());
    }

    private void kind(String mimeTypeOrUri) {
        if (mimeTypeOrUri.contains("://")) {
            draft.holds(Content.REFERENCE);
            // Whatever stands there may be heard.
            draft.holds(Content.AUDIO);
        } else if (mimeTypeOrUri.startsWith("image/")) {
            draft.holds(Content.IMAGE);
        } else if (mimeTypeOrUri.startsWith("audio/") || mimeTypeOrUri.startsWith("video/")) {
            draft.holds(Content.AUDIO);
        } else {
            draft.holds(Content.DOCUMENT);
        }
    }
}
