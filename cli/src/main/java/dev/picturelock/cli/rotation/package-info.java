/// How the logs of a title follow one another.
@NullMarked
package dev.picturelock.cli.rotation;

import org.jspecify.annotations.NullMarked;
