package dev.picturelock.provenance.disclosure;

import dev.picturelock.kit.disclosure.Disclosure;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A value that came and does not rest yet.
///
/// - **fileKey** is there when it is a file name
public record Arrived(
    UUID event, String digest, Disclosure disclosure, Subject subject, @Nullable String fileKey) {}
