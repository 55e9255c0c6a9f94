package dev.picturelock.contracts.event;

/// A version of a reported use.
public record UseRef(String use, int version) {}
