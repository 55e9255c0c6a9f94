package dev.picturelock.testkit.architecture.clockreader.thing;

record Thing(String name) {}
