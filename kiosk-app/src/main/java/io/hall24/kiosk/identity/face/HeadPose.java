package io.hall24.kiosk.identity.face;

/**
 * Which way a head is turned, in degrees, by the pose net.
 *
 * @param yaw positive when the nose points to the picture's left
 * @param pitch nodding
 * @param roll leaning
 */
public record HeadPose(double yaw, double pitch, double roll) {}
