package dev.picturelock.testkit.architecture.edgeless;

record Thing(String name) {}
