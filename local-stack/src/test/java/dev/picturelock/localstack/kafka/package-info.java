@NullMarked
package dev.picturelock.localstack.kafka;

import org.jspecify.annotations.NullMarked;
