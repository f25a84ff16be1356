package io.hall24.device.ipp;

import io.hall24.kiosk.fuzz.FuzzTarget;
import java.util.HexFormat;
import java.util.List;

/** Answers of a printer. */
public final class IppFuzz implements FuzzTarget {
  private static final int REQUEST = 1;

  /** A target. */
  public IppFuzz() {}

  @Override
  public void feed(byte[] input) {
    if (IppAnswer.read(input, REQUEST) instanceof IppAnswer.Reading.Understood(var packet)) {
      var report = IppReadings.printer(packet);
      var job = IppReadings.job(REQUEST, packet);
      var id = IppReadings.jobId(packet);
      var said = IppReadings.statusMessage(packet);
      if (IppReadings.model(packet).length()
              + report.map(it -> it.reasons().size()).orElse(0)
              + job.map(it -> it.reasons().size()).orElse(0)
              + id.orElse(0).toString().length()
              + said.map(String::length).orElse(0)
          < 0) {
        throw new IllegalStateException("less than nothing");
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        HexFormat.of()
            .parseHex(
                "0101000000000001"
                    + "01"
                    + "470012617474726962757465732d63686172736574"
                    + "0005"
                    + "7574662d38"
                    + "48001b617474726962757465732d6e61747572616c2d6c616e6775616765"
                    + "0002"
                    + "656e"
                    + "04"
                    + "23000d7072696e7465722d7374617465"
                    + "0004"
                    + "00000003"
                    + "4400157072696e7465722d73746174652d726561736f6e73"
                    + "0004"
                    + "6e6f6e65"
                    + "22001970"
                    + "72696e7465722d69732d616363657074696e672d6a6f6273"
                    + "0001"
                    + "01"
                    + "02"
                    + "210006"
                    + "6a6f622d6964"
                    + "0004"
                    + "00000007"
                    + "230009"
                    + "6a6f622d7374617465"
                    + "0004"
                    + "00000009"
                    + "03"));
  }
}
