@NullMarked
package dev.picturelock.kit.json;

import org.jspecify.annotations.NullMarked;
