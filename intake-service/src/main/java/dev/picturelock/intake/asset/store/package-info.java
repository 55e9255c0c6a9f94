/// Accepted registrations in PostgreSQL.
@NullMarked
package dev.picturelock.intake.asset.store;

import org.jspecify.annotations.NullMarked;
