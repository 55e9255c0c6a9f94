/// The demo production: requests written down in `deploy/demo`, sent one after the other as the
/// accounts that would send them.
@NullMarked
package dev.picturelock.localstack.demo;

import org.jspecify.annotations.NullMarked;
