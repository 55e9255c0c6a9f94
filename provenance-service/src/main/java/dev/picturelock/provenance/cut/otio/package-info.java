/// Reads OpenTimelineIO JSON into a [dev.picturelock.provenance.cut.Timeline].
@NullMarked
package dev.picturelock.provenance.cut.otio;

import org.jspecify.annotations.NullMarked;
