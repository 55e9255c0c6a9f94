/// Titles in PostgreSQL.
@NullMarked
package dev.picturelock.intake.title.store;

import org.jspecify.annotations.NullMarked;
