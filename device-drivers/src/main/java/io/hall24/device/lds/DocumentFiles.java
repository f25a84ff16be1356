package io.hall24.device.lds;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of one chip, as read. Personal data on the heap, for as short a time as possible:
 * whoever read them calls {@link #close()}, which zeroes them.
 */
public final class DocumentFiles implements AutoCloseable {
  private final Map<Integer, byte[]> dataGroups;
  private final byte[] securityObject;

  /**
   * Takes over the arrays.
   *
   * @param dataGroups by number (ICAO Doc 9303 part 10, table 38); 1 and 2 must be there
   * @param securityObject EF.SOD: hashes of the data groups, signed by the issuer
   */
  public DocumentFiles(Map<Integer, byte[]> dataGroups, byte[] securityObject) {
    this.dataGroups = new TreeMap<>(dataGroups);
    this.securityObject = securityObject;
    dataGroup(1);
    dataGroup(2);
  }

  /** Every data group that was read, by number. */
  Map<Integer, byte[]> dataGroups() {
    return dataGroups;
  }

  /**
   * One that is always there.
   *
   * @throws IllegalArgumentException when it is not
   */
  byte[] dataGroup(int number) {
    return find(number).orElseThrow(() -> new IllegalArgumentException("no data group " + number));
  }

  /** One that a document may have. */
  Optional<byte[]> find(int number) {
    return Optional.ofNullable(dataGroups.get(number));
  }

  /** EF.SOD. */
  byte[] securityObject() {
    return securityObject;
  }

  @Override
  public void close() {
    dataGroups.values().forEach(bytes -> Arrays.fill(bytes, (byte) 0));
    Arrays.fill(securityObject, (byte) 0);
  }
}
