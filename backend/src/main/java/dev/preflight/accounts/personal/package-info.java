/** What the server knows of one person: hands it over, and deletes it. */
@NullMarked
package dev.preflight.accounts.personal;

import org.jspecify.annotations.NullMarked;
