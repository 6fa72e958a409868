package dev.preflight.accounts.recovery;

import dev.preflight.accounts.addresses.EmailAddress;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a person fills in who has forgotten their password. */
@Serdeable
@Schema(name = "ResetLinkRequest")
record ResetLinkRequest(@Schema(format = "email", maxLength = 254) @EmailAddress String email) {}
