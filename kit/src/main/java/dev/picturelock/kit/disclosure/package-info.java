/// Personal and secret values: salted digests in events, encrypted values beside them.
@NullMarked
package dev.picturelock.kit.disclosure;

import org.jspecify.annotations.NullMarked;
