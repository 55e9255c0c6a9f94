@NullMarked
package dev.picturelock.testkit.architecture.clockreader.thing.http;

import org.jspecify.annotations.NullMarked;
