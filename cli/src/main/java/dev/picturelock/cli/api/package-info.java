/// Talking to a running installation: who asks, and what comes back.
@NullMarked
package dev.picturelock.cli.api;

import org.jspecify.annotations.NullMarked;
