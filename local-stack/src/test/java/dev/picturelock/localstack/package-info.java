@NullMarked
package dev.picturelock.localstack;

import org.jspecify.annotations.NullMarked;
