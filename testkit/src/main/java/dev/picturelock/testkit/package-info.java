/// Database, broker, tokens and fakes for tests.
@NullMarked
package dev.picturelock.testkit;

import org.jspecify.annotations.NullMarked;
