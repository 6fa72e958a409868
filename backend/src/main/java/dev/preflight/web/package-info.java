/**
 * Plumbing that every module may use: problem details, the client's files, request ids, response
 * headers.
 */
@NullMarked
package dev.preflight.web;

import org.jspecify.annotations.NullMarked;
