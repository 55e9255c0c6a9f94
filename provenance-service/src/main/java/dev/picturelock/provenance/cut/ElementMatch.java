package dev.picturelock.provenance.cut;

import dev.picturelock.provenance.cut.Timeline.Element;

/// An element of the picture and what it was found to show.
public record ElementMatch(Element element, Match match) {}
