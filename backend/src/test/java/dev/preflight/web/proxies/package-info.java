@NullMarked
package dev.preflight.web.proxies;

import org.jspecify.annotations.NullMarked;
