/// Operating system processes: starting them, ending them, finding who holds a port.
@NullMarked
package dev.picturelock.localstack.process;

import org.jspecify.annotations.NullMarked;
