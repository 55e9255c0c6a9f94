@NullMarked
package dev.picturelock.contracts.policy;

import org.jspecify.annotations.NullMarked;
