@NullMarked
package dev.picturelock.testkit;

import org.jspecify.annotations.NullMarked;
