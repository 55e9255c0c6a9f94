@NullMarked
package dev.picturelock.kit.answer;

import org.jspecify.annotations.NullMarked;
