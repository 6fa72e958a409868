package dev.preflight.crossorigin.policy;

import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which methods and headers other origins may use and read, and for how long that is known. */
final class NamesCheck {

    /** RFC 9110 §5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Fetch, "forbidden response-header name", and one that only requests have. */
    private static final Set<String> UNREADABLE = Set.of("set-cookie", "set-cookie2", "origin");

    private static final int LONGEST_MAX_AGE = 86_400;

    /**
     * A list of names.
     *
     * @param needed without which the client of this repository cannot work
     * @param rule of a name that is not right, for the reason why
     */
    private record Names(
            String key,
            Optional<List<String>> written,
            List<String> needed,
            Predicate<String> isRight,
            PolicyRule rule,
            String why) {}

    private NamesCheck() {}

    static List<Finding> check(Clients entry) {
        List<Finding> findings = new ArrayList<>();
        check(
                new Names(
                        entry.key("allowed-methods"),
                        entry.methods(),
                        List.of("GET", "POST", "PATCH", "DELETE"),
                        METHODS::contains,
                        PolicyRule.METHOD_UNKNOWN,
                        "this server has no method of exactly that name, and Micronaut would allow"
                                + " every method instead"),
                findings);
        check(
                new Names(
                        entry.key("allowed-headers"),
                        entry.headers(),
                        List.of("Content-Type", "If-Match"),
                        NamesCheck::canBeSent,
                        PolicyRule.HEADER_UNSENDABLE,
                        "no page sends a header of that name"),
                findings);
        check(
                new Names(
                        entry.key("exposed-headers"),
                        entry.exposedHeaders().or(() -> Optional.of(List.of())),
                        List.of("ETag", "Retry-After"),
                        NamesCheck::canBeRead,
                        PolicyRule.EXPOSED_UNREADABLE,
                        "no page reads a header of that name"),
                findings);
        maxAge(entry).ifPresent(findings::add);
        return findings;
    }

    private static boolean canBeSent(String header) {
        return canBeListed(header) && !ForbiddenNames.isRequestHeader(header);
    }

    private static boolean canBeRead(String header) {
        return canBeListed(header) && !UNREADABLE.contains(header.toLowerCase(Locale.ROOT));
    }

    private static boolean canBeListed(String header) {
        return TOKEN.matcher(header).matches()
                && !header.toLowerCase(Locale.ROOT).startsWith("access-control-");
    }

    private static void check(Names names, List<Finding> findings) {
        List<String> written = names.written().orElse(List.of());
        List<String> right =
                new ArrayList<>(
                        written.stream()
                                .filter(name -> !name.equals("*") && names.isRight().test(name))
                                .distinct()
                                .toList());
        List<String> missing =
                names.needed().stream()
                        .filter(name -> right.stream().noneMatch(name::equalsIgnoreCase))
                        .toList();
        right.addAll(missing);
        String instead = "Write " + names.key() + ": [" + String.join(", ", right) + "]";
        if (names.written().isEmpty()) {
            findings.add(
                    Finding.mistake(
                            PolicyRule.LIST_MISSING,
                            names.key(),
                            "missing",
                            "without it Micronaut allows everything",
                            instead));
            return;
        }
        for (String name : written) {
            if (name.equals("*")) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.NAME_WILDCARD,
                                names.key(),
                                name,
                                "together with credentials browsers take * for a name",
                                instead));
            } else if (!names.isRight().test(name)) {
                findings.add(
                        Finding.mistake(names.rule(), names.key(), name, names.why(), instead));
            }
        }
        if (!missing.isEmpty()) {
            findings.add(
                    Finding.warning(
                            PolicyRule.NAME_NEEDED,
                            names.key(),
                            String.join(", ", missing),
                            "this server's own client uses it, and browsers will block that",
                            instead));
        }
    }

    private static Optional<Finding> maxAge(Clients entry) {
        String text = entry.maxAge().orElse("7200");
        if (text.matches("-1|\\d{1,9}") && Integer.parseInt(text) <= LONGEST_MAX_AGE) {
            return Optional.empty();
        }
        String key = entry.key("max-age");
        return Optional.of(
                Finding.mistake(
                        PolicyRule.MAX_AGE,
                        key,
                        text.isEmpty() ? "empty" : text,
                        "it is for how many seconds browsers remember a preflight, at most 86400,"
                                + " or -1 for not at all",
                        "Write " + key + ": 7200"));
    }
}
