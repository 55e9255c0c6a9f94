package dev.picturelock.testkit.architecture.clean.thing.http;

import dev.picturelock.testkit.architecture.clean.thing.Thing;

class ThingResource {

  Thing thing() {
    return new Thing("clean");
  }
}
