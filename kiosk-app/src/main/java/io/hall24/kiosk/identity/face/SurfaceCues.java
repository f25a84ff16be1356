package io.hall24.kiosk.identity.face;

/**
 * What a picture shows of a surface that carries a face: prints have dots, screens have a grid that
 * beats with the camera's, and both end somewhere. Measured on rendered prints and screens only.
 *
 * @param pattern how far the strongest fine regular pattern on the face stands above what a face
 *     has of it, as a ratio of amplitudes; about 4 to 8 on a face
 * @param edges share of the face's four sides at which a long straight edge runs beside it, 0 to 1
 */
public record SurfaceCues(double pattern, double edges) {}
