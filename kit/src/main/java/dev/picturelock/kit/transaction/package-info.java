/// What happens around a transaction.
@NullMarked
package dev.picturelock.kit.transaction;

import org.jspecify.annotations.NullMarked;
