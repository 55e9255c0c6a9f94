@NullMarked
package dev.picturelock.policy.dmn;

import org.jspecify.annotations.NullMarked;
