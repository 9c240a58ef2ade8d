package io.leasehold.key.apikey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each of the keys. */
@Schema(name = "AddedKeys")
record AddKeysAnswer(
        @Schema(description = "In the order of the request") List<AddedKeyAnswer> items) {}
