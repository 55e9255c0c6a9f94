/// PostgreSQL as a child process with its data in a folder.
@NullMarked
package dev.picturelock.localstack.postgres;

import org.jspecify.annotations.NullMarked;
