@NullMarked
package dev.picturelock.testkit.architecture.leakyfeature.thing.http;

import org.jspecify.annotations.NullMarked;
