@NullMarked
package dev.picturelock.kit.disclosure;

import org.jspecify.annotations.NullMarked;
