package dev.picturelock.approval.stream;

/// An event with its place in the stream of its title.
///
/// - **position** from 1, without gaps
/// - **json** the event exactly as it was published
public record Said(long position, String type, String json) {}
