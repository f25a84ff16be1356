package io.hall24.kiosk.identity.face;

/**
 * The nets, by file name, and the SHA-256 of the files that this pipeline was measured with. The
 * weights are the operator's to provide and to replace; another file needs another measurement, so
 * another sum here.
 */
public enum FaceModel {
  DETECT("fr_detect.onnx", "6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854"),
  LANDMARK("fr_landmark.onnx", "f10b0ba1d2a8a099adefede1ebf3733e44fe370715e7303dbeb7f59c02142258"),
  FEATURE("fr_feature.onnx", "87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581"),
  LIVENESS("fr_liveness.onnx", "afa783b7e902fdfcf323a7240cac2a1c580c25314ea4161129dc1b0d100dc32d"),
  EYE("fr_eye.onnx", "1afcea006abc1ccac3c517022abde0aa092bed74ff3c9fe6878483ef9e6e38de"),
  POSE("fr_pose.onnx", "72d032ec941b7153bf8d3f2c03a4c165453cc7e63d479041ec7c6ef087e5839d");

  private final String fileName;
  private final String sha256;

  FaceModel(String fileName, String sha256) {
    this.fileName = fileName;
    this.sha256 = sha256;
  }

  /** The file's name in the folder of models. */
  public String fileName() {
    return fileName;
  }

  /** Lower-case hexadecimal. */
  public String sha256() {
    return sha256;
  }
}
