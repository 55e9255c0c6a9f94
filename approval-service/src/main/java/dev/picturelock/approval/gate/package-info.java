/// The gate: whether documents close a required action, and why not. Knows no database and no
/// clock.
@NullMarked
package dev.picturelock.approval.gate;

import org.jspecify.annotations.NullMarked;
