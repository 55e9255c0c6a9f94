/// Tools and their terms in PostgreSQL.
@NullMarked
package dev.picturelock.intake.tool.store;

import org.jspecify.annotations.NullMarked;
