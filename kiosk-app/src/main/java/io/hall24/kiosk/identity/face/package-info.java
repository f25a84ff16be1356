/**
 * Floor 2: the face nets. Finds a face, aligns it and turns it into a template that can be
 * compared; decodes pictures. Everything native here belongs to the one thread that opened the
 * {@link io.hall24.kiosk.identity.face.FaceEngine}.
 */
@NullMarked
package io.hall24.kiosk.identity.face;

import org.jspecify.annotations.NullMarked;
