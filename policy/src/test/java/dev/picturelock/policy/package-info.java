@NullMarked
package dev.picturelock.policy;

import org.jspecify.annotations.NullMarked;
