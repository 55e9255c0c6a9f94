@NullMarked
package dev.picturelock.classifier.pack.http;

import org.jspecify.annotations.NullMarked;
