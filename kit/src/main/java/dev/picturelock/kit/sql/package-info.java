/// SQL as text, with positional parameters, in the running transaction.
@NullMarked
package dev.picturelock.kit.sql;

import org.jspecify.annotations.NullMarked;
