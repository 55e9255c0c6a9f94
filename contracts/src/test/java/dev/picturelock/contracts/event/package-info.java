@NullMarked
package dev.picturelock.contracts.event;

import org.jspecify.annotations.NullMarked;
