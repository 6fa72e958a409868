package dev.preflight.crossorigin.guard;

import java.util.List;

/**
 * What the origin guard goes by; nothing else of a request matters to it.
 *
 * @param method as on the wire, case-sensitive
 * @param origins the value of each {@code Origin} line
 * @param fetchSites the value of each {@code Sec-Fetch-Site} line
 * @param opensWebSocket whether it asks to become a WebSocket, which has effects whatever its
 *     method
 * @param carriesSession whether it carries a cookie of a session, live or not
 * @param hasBody whether a body follows
 * @param contentTypes the value of each {@code Content-Type} line
 */
public record RequestFacts(
        String method,
        List<String> origins,
        List<String> fetchSites,
        boolean opensWebSocket,
        boolean carriesSession,
        boolean hasBody,
        List<String> contentTypes) {}
