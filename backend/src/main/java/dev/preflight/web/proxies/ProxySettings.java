package dev.preflight.web.proxies;

import dev.preflight.web.Printable;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;

/**
 * What the operator says about proxies.
 *
 * @param trusted addresses and CIDR ranges whose forwarding headers are believed, separated by
 *     commas, {@code PREFLIGHT_TRUSTED_PROXIES}
 * @param header what they write, {@code X-Forwarded-For} or {@code Forwarded}, {@code
 *     PREFLIGHT_PROXY_HEADER}
 */
@ConfigurationProperties("preflight.web.proxies")
record ProxySettings(String trusted, String header) {

    /**
     * Whether it is the standard header (RFC 7239), and not the customary ones, that is believed.
     *
     * @throws ConfigurationException if it is neither
     */
    boolean isStandard() {
        if (header.equalsIgnoreCase("Forwarded")) {
            return true;
        }
        if (header.equalsIgnoreCase("X-Forwarded-For")) {
            return false;
        }
        throw new ConfigurationException(
                "PREFLIGHT_PROXY_HEADER is "
                        + Printable.of(header)
                        + ": write X-Forwarded-For or Forwarded, whichever your proxy writes.");
    }
}
