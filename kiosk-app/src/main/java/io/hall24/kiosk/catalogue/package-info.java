/**
 * What the government does for people: the catalogue of services, and finding one in it by name, by
 * sound or by theme. Knows nothing of a visit, a screen or a registry.
 */
@NullMarked
package io.hall24.kiosk.catalogue;

import org.jspecify.annotations.NullMarked;
