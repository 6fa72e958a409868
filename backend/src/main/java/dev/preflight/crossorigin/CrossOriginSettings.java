package dev.preflight.crossorigin;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.cookie.SameSite;

/**
 * What the operator says about origins.
 *
 * @param publicUrl the API's own origin as browsers see it, {@code PREFLIGHT_PUBLIC_URL}
 * @param cookieSameSite the session cookie's SameSite attribute, {@code Lax}, {@code Strict} or
 *     {@code None}, {@code PREFLIGHT_COOKIE_SAME_SITE}
 */
@ConfigurationProperties("preflight.crossorigin")
record CrossOriginSettings(String publicUrl, String cookieSameSite) {

    /**
     * The attribute, in whatever letter case it was written.
     *
     * @throws ConfigurationException if it is none of the three
     */
    SameSite sameSite() {
        for (SameSite known : SameSite.values()) {
            if (known.name().equalsIgnoreCase(cookieSameSite)) {
                return known;
            }
        }
        throw new ConfigurationException(
                "PREFLIGHT_COOKIE_SAME_SITE is " + cookieSameSite + ": write Lax, Strict or None.");
    }
}
