@NullMarked
package dev.picturelock.localstack.demo;

import org.jspecify.annotations.NullMarked;
