/// Previews of decisions and the installed policy packs over HTTP.
@NullMarked
package dev.picturelock.classifier.pack.http;

import org.jspecify.annotations.NullMarked;
