package io.hall24.kiosk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MaskingTest {
  @Test
  void nameKeepsItsFirstCharacter() {
    assertEquals("张*", Masking.name("张三"));
    assertEquals("林**", Masking.name("林海㛃"));
    assertEquals("𠮷*", Masking.name("𠮷田"));
    assertEquals("张*", Masking.name("张"));
    assertEquals("L*** H***", Masking.name("LIN HAIJIE"));
    assertEquals("*", Masking.name(" "));
  }

  @Test
  void codeKeepsBothEnds() {
    assertEquals("9199 •••• 011Y", Masking.code("91999999MADEM0011Y"));
    assertEquals("••••", Masking.code("12345678"));
  }

  @Test
  void documentNumberKeepsItsLength() {
    assertEquals("3201**********1234", Masking.documentNumber("320100199001011234"));
    assertEquals("*******", Masking.documentNumber("E123456"));
  }
}
