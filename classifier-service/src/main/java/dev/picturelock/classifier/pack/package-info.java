/// The installed policy packs of this service.
@NullMarked
package dev.picturelock.classifier.pack;

import org.jspecify.annotations.NullMarked;
