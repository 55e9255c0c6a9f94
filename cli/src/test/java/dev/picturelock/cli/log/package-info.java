/// Tests of copying logs: over a fake service, and with every file operation failing in turn.
@NullMarked
package dev.picturelock.cli.log;

import org.jspecify.annotations.NullMarked;
