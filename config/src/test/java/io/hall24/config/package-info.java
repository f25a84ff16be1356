@NullMarked
package io.hall24.config;

import org.jspecify.annotations.NullMarked;
