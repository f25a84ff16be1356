package io.hall24.device;

/**
 * What the sensors of an output presenter see.
 *
 * @param sheetPresent a sheet lies in the output
 * @param flapOpen a citizen could take it
 * @param binCount sheets in the locked bin
 * @param bin how full the locked bin is
 */
public record PresenterReport(boolean sheetPresent, boolean flapOpen, int binCount, BinLevel bin) {}
