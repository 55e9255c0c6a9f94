@NullMarked
package dev.picturelock.testkit.architecture.clean.thing.http;

import org.jspecify.annotations.NullMarked;
