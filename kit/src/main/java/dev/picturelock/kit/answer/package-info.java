/// What callers may take of a service at once.
@NullMarked
package dev.picturelock.kit.answer;

import org.jspecify.annotations.NullMarked;
