package io.leasehold.gateway.redact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The documents of a stream, in which a text comes in pieces: what stands at the same place in one after the other is one
 * text, in which a secret may begin in one piece and end in another.
 */
final class Documents {
    private final Redaction redaction;
    private final Map<String, List<Piece>> texts = new LinkedHashMap<>();
    private final Set<String> goodNames = new HashSet<>();
    private final List<BadNames> badNames = new ArrayList<>(0);
    private int count;

    /** @param put replaces it in its document */
    private record Piece(int document, String text, Consumer<String> put) {}

    /** An object with a field whose name must not be told. */
    private record BadNames(int document, ObjectNode object) {}

    Documents(Redaction redaction) {
        this.redaction = redaction;
    }

    /** @return its number */
    int add(JsonNode document) {
        collect(document, "");
        return count++;
    }

    /** Takes out of all of them what must not be told. @return the numbers of those that are others now */
    Set<Integer> redact() {
        Set<Integer> others = new HashSet<>();
        texts.values().forEach(pieces -> redact(pieces, others));
        // Last, since texts are put in their places by the names that these had.
        badNames.forEach(named -> {
            rename(named.object);
            others.add(named.document);
        });
        return others;
    }

    private void rename(ObjectNode object) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        object.removeAll();
        members.forEach(member -> object.set(redaction.apply(member.getKey()), member.getValue()));
    }

    /** The same few names come again and again. */
    private boolean isGood(String name) {
        if (goodNames.contains(name)) {
            return true;
        }
        boolean good = redaction.find(name).isEmpty();
        if (good) {
            goodNames.add(name);
        }
        return good;
    }

    private void collect(JsonNode node, String place) {
        if (node instanceof ObjectNode object) {
            String here = place + indices(object);
            List<String> names = names(object);
            if (!names.stream().allMatch(this::isGood)) {
                badNames.add(new BadNames(count, object));
            }
            for (String name : names) {
                child(object.get(name), here + "." + name, text -> object.put(name, text));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                child(array.get(i), place + "[]", text -> array.set(index, text));
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>(object.size());
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void child(JsonNode child, String place, Consumer<String> put) {
        if (child.isTextual()) {
            texts.computeIfAbsent(place, missing -> new ArrayList<>()).add(new Piece(count, child.textValue(), put));
        } else if (child.isIntegralNumber()) {
            texts.computeIfAbsent(place + "=" + count, missing -> new ArrayList<>())
                    .add(new Piece(count, child.asText(), put));
        } else {
            collect(child, place);
        }
    }

    /** Several texts may come at a time; then each piece says by a number to which it belongs. */
    private static String indices(ObjectNode object) {
        StringBuilder indices = new StringBuilder();
        object.properties().forEach(member -> {
            if (member.getKey().endsWith("index") && member.getValue().isInt()) {
                indices.append('#').append(member.getValue().intValue());
            }
        });
        return indices.toString();
    }

    private void redact(List<Piece> pieces, Set<Integer> others) {
        StringBuilder joined = new StringBuilder();
        List<Span> spans = new ArrayList<>(0);
        boolean alike = true;
        for (Piece piece : pieces) {
            int at = joined.length();
            redaction.find(piece.text).forEach(span -> spans.add(span.movedBy(at)));
            joined.append(piece.text);
            alike &= piece.text.equals(pieces.getFirst().text);
        }
        // What every document says again, such as an id, is no text in pieces.
        if (!alike) {
            spans.addAll(redaction.find(joined.toString()));
        }
        if (!spans.isEmpty()) {
            replace(pieces, Span.merged(spans), others);
        }
    }

    private static void replace(List<Piece> pieces, List<Span> spans, Set<Integer> others) {
        int begin = 0;
        for (Piece piece : pieces) {
            String told = told(piece.text, begin, spans);
            if (!told.equals(piece.text)) {
                piece.put.accept(told);
                others.add(piece.document);
            }
            begin += piece.text.length();
        }
    }

    /** A marker stands where what it hides began. */
    private static String told(String text, int begin, List<Span> spans) {
        StringBuilder told = new StringBuilder(text.length());
        int end = begin + text.length();
        int at = begin;
        for (Span span : spans) {
            if (span.to() <= begin || span.from() >= end) {
                continue;
            }
            if (span.from() >= begin) {
                told.append(text, at - begin, span.from() - begin).append(span.marker());
            }
            at = Math.min(span.to(), end);
        }
        return told.append(text, at - begin, text.length()).toString();
    }
}
