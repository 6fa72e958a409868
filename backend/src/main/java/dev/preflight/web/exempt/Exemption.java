package dev.preflight.web.exempt;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/**
 * Marks an answer that is sent as it is. It is the answer that is exempt, never an address: a
 * filter that adds headers asks for this mark, and there is no path that could be written in some
 * other way to have it.
 */
public final class Exemption {

    private static final String ATTRIBUTE = Exemption.class.getName();

    private Exemption() {}

    /** Whether nothing may be added to this answer. */
    public static boolean covers(HttpResponse<?> response) {
        return response.getAttribute(ATTRIBUTE).isPresent();
    }

    static <T> MutableHttpResponse<T> of(MutableHttpResponse<T> response) {
        response.setAttribute(ATTRIBUTE, true);
        return response;
    }
}
