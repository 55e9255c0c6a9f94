/// Previews of decisions and the installed policy packs over HTTP.
@NullMarked
package dev.picturelock.classifier.decision.http;

import org.jspecify.annotations.NullMarked;
