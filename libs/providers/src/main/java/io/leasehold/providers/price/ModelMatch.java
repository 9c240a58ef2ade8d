package io.leasehold.providers.price;

import java.util.List;
import java.util.regex.Pattern;

/** Whether a rule is about a model. Names are compared in lower case and without space around them. */
public sealed interface ModelMatch {
    boolean matches(String lowerCaseName);

    record Equal(String name) implements ModelMatch {
        @Override
        public boolean matches(String lowerCaseName) {
            return lowerCaseName.equals(name);
        }
    }

    record Starts(String with) implements ModelMatch {
        @Override
        public boolean matches(String lowerCaseName) {
            return lowerCaseName.startsWith(with);
        }
    }

    record Ends(String with) implements ModelMatch {
        @Override
        public boolean matches(String lowerCaseName) {
            return lowerCaseName.endsWith(with);
        }
    }

    record Contains(String part) implements ModelMatch {
        @Override
        public boolean matches(String lowerCaseName) {
            return lowerCaseName.contains(part);
        }
    }

    record Regex(Pattern pattern) implements ModelMatch {
        @Override
        public boolean matches(String lowerCaseName) {
            return pattern.matcher(lowerCaseName).find();
        }
    }

    record Any(List<ModelMatch> of) implements ModelMatch {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public boolean matches(String lowerCaseName) {
            return of.stream().anyMatch(match -> match.matches(lowerCaseName));
        }
    }

    record All(List<ModelMatch> of) implements ModelMatch {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public boolean matches(String lowerCaseName) {
            return of.stream().allMatch(match -> match.matches(lowerCaseName));
        }
    }
}
