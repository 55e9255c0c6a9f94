/// What all commands share towards the person or script that runs them.
@NullMarked
package dev.picturelock.cli.terminal;

import org.jspecify.annotations.NullMarked;
