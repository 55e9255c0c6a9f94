/// Keeps the stream in PostgreSQL, beside the outbox.
@NullMarked
package dev.picturelock.approval.stream.store;

import org.jspecify.annotations.NullMarked;
