package dev.preflight.web.proxies;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * What the operator says about proxies.
 *
 * @param trusted addresses and CIDR ranges whose forwarding headers are believed, separated by
 *     commas, {@code PREFLIGHT_TRUSTED_PROXIES}
 */
@ConfigurationProperties("preflight.web.proxies")
record ProxySettings(String trusted) {}
