package dev.picturelock.testkit.architecture.clean.thing;

public record Thing(String name) {}
