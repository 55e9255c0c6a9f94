@NullMarked
package dev.picturelock.localstack.process;

import org.jspecify.annotations.NullMarked;
