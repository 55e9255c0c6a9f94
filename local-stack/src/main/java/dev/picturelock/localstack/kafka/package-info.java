/// One Kafka broker as a child process, and the topics it must have.
@NullMarked
package dev.picturelock.localstack.kafka;

import org.jspecify.annotations.NullMarked;
