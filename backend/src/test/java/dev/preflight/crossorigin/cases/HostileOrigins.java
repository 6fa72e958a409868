package dev.preflight.crossorigin.cases;

import dev.preflight.crossorigin.cases.Cases.Node;

import java.util.List;
import java.util.function.BiPredicate;

/** The battery of Origins that must never be allowed. */
final class HostileOrigins {

    private static final Node FILE = Cases.file("hostile-origins");

    private HostileOrigins() {}

    static List<Node> all() {
        return FILE.nodes("origins");
    }

    static List<Node> controls() {
        return FILE.nodes("controls");
    }

    static List<Node> multipleHeaderLines() {
        return FILE.nodes("multipleHeaderLines");
    }

    static List<String> trusted() {
        return FILE.texts("trusted");
    }

    static List<String> naiveMatchers() {
        return FILE.texts("naiveMatchers");
    }

    /**
     * The ids of the hostile origins that a matcher allows.
     *
     * @param matcher decides for a trusted origin and an incoming one
     */
    static List<String> wronglyAllowed(BiPredicate<String, String> matcher) {
        return all().stream()
                .filter(item -> matcher.test(item.text("trusted"), item.text("origin")))
                .map(item -> item.text("id"))
                .toList();
    }
}
