/// Reported uses in PostgreSQL.
@NullMarked
package dev.picturelock.intake.use.store;

import org.jspecify.annotations.NullMarked;
