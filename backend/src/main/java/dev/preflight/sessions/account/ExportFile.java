package dev.preflight.sessions.account;

import java.io.InputStream;

/**
 * An export as the body of an answer.
 *
 * @param json what is read while it is sent, and closed however that ends
 */
record ExportFile(InputStream json) {}
