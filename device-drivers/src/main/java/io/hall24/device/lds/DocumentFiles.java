package io.hall24.device.lds;

import java.util.Arrays;

/**
 * The files of one chip, as read. Personal data on the heap, for as short a time as possible:
 * whoever read them calls {@link #close()}, which zeroes them.
 */
public final class DocumentFiles implements AutoCloseable {
  private final byte[] dataGroup1;
  private final byte[] dataGroup2;
  private final byte[] securityObject;

  /** Takes over the arrays. */
  public DocumentFiles(byte[] dataGroup1, byte[] dataGroup2, byte[] securityObject) {
    this.dataGroup1 = dataGroup1;
    this.dataGroup2 = dataGroup2;
    this.securityObject = securityObject;
  }

  /** EF.DG1: the machine readable zone. */
  byte[] dataGroup1() {
    return dataGroup1;
  }

  /** EF.DG2: the encoded face. */
  byte[] dataGroup2() {
    return dataGroup2;
  }

  /** EF.SOD: hashes of the data groups, signed by the issuer. */
  byte[] securityObject() {
    return securityObject;
  }

  @Override
  public void close() {
    Arrays.fill(dataGroup1, (byte) 0);
    Arrays.fill(dataGroup2, (byte) 0);
    Arrays.fill(securityObject, (byte) 0);
  }
}
