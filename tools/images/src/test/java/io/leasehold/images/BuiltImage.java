package io.leasehold.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image as it lies in an archive.
 *
 * @param config what containers of it are like
 * @param layers the entries of each layer, the base's first
 */
record BuiltImage(JsonNode config, List<List<TarArchiveEntry>> layers) {

    static BuiltImage read(Path archive) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (var tar = new TarArchiveInputStream(Files.newInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), tar.readAllBytes());
            }
        }
        var json = new ObjectMapper();
        JsonNode manifest = json.readTree(files.get("manifest.json")).get(0);
        var layers = new ArrayList<List<TarArchiveEntry>>();
        for (JsonNode layer : manifest.get("Layers")) {
            layers.add(entries(files.get(layer.asText())));
        }
        JsonNode config = json.readTree(files.get(manifest.get("Config").asText()));
        return new BuiltImage(config, layers);
    }

    private static List<TarArchiveEntry> entries(byte[] layer) throws IOException {
        var entries = new ArrayList<TarArchiveEntry>();
        InputStream content = new GZIPInputStream(new ByteArrayInputStream(layer));
        try (var tar = new TarArchiveInputStream(content)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** The files of one layer. */
    List<String> files(int layer) {
        return layers.get(layer).stream()
                .filter(TarArchiveEntry::isFile)
                .map(TarArchiveEntry::getName)
                .toList();
    }

    /** What identifies each layer's content. */
    List<String> layerIds() {
        var ids = new ArrayList<String>();
        config.at("/rootfs/diff_ids").forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
