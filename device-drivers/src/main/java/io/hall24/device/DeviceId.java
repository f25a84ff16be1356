package io.hall24.device;

/**
 * The name that the configuration gives to one device.
 *
 * @param name lower-case letters, digits and hyphens
 */
public record DeviceId(String name) {
  public DeviceId {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("device id: " + name);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
