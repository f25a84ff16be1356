package io.hall24.kiosk.fuzz;

import io.hall24.device.emrtd.ChipFuzz;
import io.hall24.device.escpos.EscPosFuzz;
import io.hall24.device.ipp.IppFuzz;
import io.hall24.device.lds.DocumentFuzz;
import io.hall24.device.lds.MasterListFuzz;
import io.hall24.device.lds.ZoneFuzz;
import io.hall24.device.modbus.RelayFuzz;
import io.hall24.device.nut.NutFuzz;
import io.hall24.device.sam.LayoutFuzz;
import io.hall24.device.sam.SamFuzz;
import io.hall24.device.scanner.ScannerFuzz;
import io.hall24.device.staffcard.StaffCardFuzz;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The parsers that read what others wrote. */
enum Parser {
  SAM,
  DOCUMENT,
  ZONE,
  MASTER_LIST,
  IPP,
  UPS,
  SCANNER,
  RECEIPT_PRINTER,
  RELAY,
  CHIP,
  STAFF_CARD,
  LAYOUT,
  PROFILE,
  JOURNAL,
  ORDER,
  /** All of them, by the first byte. */
  TOGETHER,
  /** Broken on purpose: proves that what is broken is found. */
  PLANTED;

  FuzzTarget target() {
    return switch (this) {
      case SAM -> new SamFuzz();
      case DOCUMENT -> new DocumentFuzz();
      case ZONE -> new ZoneFuzz();
      case MASTER_LIST -> new MasterListFuzz();
      case IPP -> new IppFuzz();
      case UPS -> new NutFuzz();
      case SCANNER -> new ScannerFuzz();
      case RECEIPT_PRINTER -> new EscPosFuzz();
      case RELAY -> new RelayFuzz();
      case CHIP -> new ChipFuzz();
      case STAFF_CARD -> new StaffCardFuzz();
      case LAYOUT -> new LayoutFuzz();
      case PROFILE -> new ProfileFuzz();
      case JOURNAL -> new CodecFuzz();
      case ORDER -> new OrderFuzz();
      case TOGETHER -> new Together();
      case PLANTED -> new Planted();
    };
  }

  /** As on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Parser of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static final class Together implements FuzzTarget {
    private final List<FuzzTarget> all =
        Arrays.stream(values())
            .filter(parser -> parser != TOGETHER && parser != PLANTED)
            .map(Parser::target)
            .toList();

    @Override
    public void feed(byte[] input) {
      if (input.length > 0) {
        all.get((input[0] & 0xFF) % all.size()).feed(Arrays.copyOfRange(input, 1, input.length));
      }
    }

    @Override
    public List<byte[]> seeds() {
      List<byte[]> seeds = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        for (byte[] seed : all.get(i).seeds()) {
          seeds.add(ByteBuffer.allocate(1 + seed.length).put((byte) i).put(seed).array());
        }
      }
      return seeds;
    }
  }

  /** Fails on three bytes that no seed holds and hardly any chance meets. */
  private static final class Planted implements FuzzTarget {
    @Override
    public void feed(byte[] input) {
      if (input.length > 2 && input[0] == 0x5F && input[1] == 0x0E && input[2] == 0x42) {
        throw new IllegalStateException("found");
      }
    }

    @Override
    public List<byte[]> seeds() {
      return List.of(new byte[8]);
    }
  }
}
