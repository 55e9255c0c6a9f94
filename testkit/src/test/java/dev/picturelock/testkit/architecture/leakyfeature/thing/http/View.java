package dev.picturelock.testkit.architecture.leakyfeature.thing.http;

public record View(String name) {}
