package dev.picturelock.testkit.architecture.leakyfeature.thing;

import dev.picturelock.testkit.architecture.leakyfeature.thing.http.View;

record LeakyFeature(View view) {}
