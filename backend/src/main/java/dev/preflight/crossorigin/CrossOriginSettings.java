package dev.preflight.crossorigin;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.http.cookie.SameSite;

/**
 * What the operator says about origins.
 *
 * @param publicUrl the API's own origin as browsers see it, {@code PREFLIGHT_PUBLIC_URL}
 * @param cookieSameSite the session cookie's SameSite attribute, {@code PREFLIGHT_COOKIE_SAME_SITE}
 */
@ConfigurationProperties("preflight.crossorigin")
record CrossOriginSettings(String publicUrl, SameSite cookieSameSite) {}
