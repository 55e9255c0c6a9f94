/// Which policy packs this installation has.
@NullMarked
package dev.picturelock.kit.policy;

import org.jspecify.annotations.NullMarked;
