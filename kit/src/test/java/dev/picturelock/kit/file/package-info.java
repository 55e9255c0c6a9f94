@NullMarked
package dev.picturelock.kit.file;

import org.jspecify.annotations.NullMarked;
