/**
 * Who a request really comes from when it came through proxies: what they say is believed of those
 * alone that the operator names.
 */
@NullMarked
package dev.preflight.web.proxies;

import org.jspecify.annotations.NullMarked;
