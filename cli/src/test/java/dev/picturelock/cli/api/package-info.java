/// Tests of talking to a service.
@NullMarked
package dev.picturelock.cli.api;

import org.jspecify.annotations.NullMarked;
