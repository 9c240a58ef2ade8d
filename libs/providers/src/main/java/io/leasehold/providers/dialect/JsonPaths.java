package io.leasehold.providers.dialect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places in JSON documents that are worth a look, as a tree that is walked along with the bytes. Built once per
 * dialect. A path has names between dots, {@code []} for every element of an array, and a final {@code #} where only
 * the length of a string matters: {@code usage.input_tokens}, {@code choices[].finish_reason}, {@code delta.text#}.
 *
 * @param <F> what a place is called
 */
final class JsonPaths<F> {
    final Node<F> root = new Node<>();

    /** @param field what a {@link JsonSkim.Sink} is told; several paths may lead to the same one */
    JsonPaths<F> add(F field, String... paths) {
        for (String path : paths) {
            boolean lengthOnly = path.endsWith("#");
            Node<F> leaf = root;
            for (String name : (lengthOnly ? path.substring(0, path.length() - 1) : path).split("\\.", -1)) {
                leaf = leaf.grow(name);
            }
            leaf.field = field;
            leaf.lengthOnly = lengthOnly;
        }
        return this;
    }

    static final class Node<F> {
        private final List<byte[]> names = new ArrayList<>();
        private final List<Node<F>> members = new ArrayList<>();

        @Nullable
        Node<F> element;

        @Nullable
        F field;

        boolean lengthOnly;

        /** The member with that name; null where nothing below it matters. */
        @Nullable
        Node<F> member(byte[] name, int length) {
            for (int i = 0; i < names.size(); i++) {
                byte[] known = names.get(i);
                if (known.length == length && Arrays.equals(known, 0, length, name, 0, length)) {
                    return members.get(i);
                }
            }
            return null;
        }

        private Node<F> grow(String name) {
            if (!name.endsWith("[]")) {
                return growMember(name.getBytes(StandardCharsets.UTF_8));
            }
            Node<F> array = name.equals("[]") ? this : grow(name.substring(0, name.length() - 2));
            if (array.element == null) {
                array.element = new Node<>();
            }
            return array.element;
        }

        private Node<F> growMember(byte[] name) {
            Node<F> member = member(name, name.length);
            if (member == null) {
                member = new Node<>();
                names.add(name);
                members.add(member);
            }
            return member;
        }
    }
}
