/// The whole service against a real database and a real broker.
@NullMarked
package dev.picturelock.approval;

import org.jspecify.annotations.NullMarked;
