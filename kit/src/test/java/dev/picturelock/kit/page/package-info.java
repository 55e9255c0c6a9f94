@NullMarked
package dev.picturelock.kit.page;

import org.jspecify.annotations.NullMarked;
