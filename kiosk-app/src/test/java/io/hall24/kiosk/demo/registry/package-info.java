/** The judge is judged: faults are planted, and it must see every one. */
@NullMarked
package io.hall24.kiosk.demo.registry;

import org.jspecify.annotations.NullMarked;
