package dev.preflight.crossorigin.answers;

import java.util.ArrayList;
import java.util.List;

/** The list that a preflight asks for in {@code Access-Control-Request-Headers}. */
final class RequestedHeaders {

    /** More than any client of ours asks for; a longer list is not worth reading. */
    private static final int LONGEST = 1024;

    private static final int MOST = 32;

    private RequestedHeaders() {}

    /** Whether each is allowed, whatever its letter case (Fetch, "CORS-preflight fetch"). */
    static boolean areAllowed(List<String> lines, List<String> allowed) {
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            if (line.length() > LONGEST) {
                return false;
            }
            for (String name : line.split(",", -1)) {
                names.add(name.strip());
            }
        }
        return names.size() <= MOST
                && names.stream()
                        .filter(name -> !name.isEmpty())
                        .allMatch(name -> allowed.stream().anyMatch(name::equalsIgnoreCase));
    }
}
