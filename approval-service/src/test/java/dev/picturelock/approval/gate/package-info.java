/// What opens the gate and what does not.
@NullMarked
package dev.picturelock.approval.gate;

import org.jspecify.annotations.NullMarked;
