/// Keeps reviews and approvals in PostgreSQL.
@NullMarked
package dev.picturelock.approval.review.store;

import org.jspecify.annotations.NullMarked;
