/// Keeps consents in PostgreSQL.
@NullMarked
package dev.picturelock.approval.consent.store;

import org.jspecify.annotations.NullMarked;
