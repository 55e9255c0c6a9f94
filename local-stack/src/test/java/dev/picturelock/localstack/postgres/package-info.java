@NullMarked
package dev.picturelock.localstack.postgres;

import org.jspecify.annotations.NullMarked;
