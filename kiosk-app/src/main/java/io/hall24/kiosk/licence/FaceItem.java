package io.hall24.kiosk.licence;

/**
 * The items that the face of a licence may show (照面记载事项); which of them depends on the type of
 * entity.
 */
public enum FaceItem {
  /** 名称. */
  NAME,
  /** 类型. */
  TYPE,
  /** 法定代表人, 投资人, 经营者, 负责人 or 执行事务合伙人, by type of entity. */
  PERSON,
  /** 组成形式, of an individual business. */
  COMPOSITION,
  /** 注册资本 or 出资额. */
  CAPITAL,
  /** 成立日期 or 注册日期. */
  ESTABLISHED,
  /** 住所, 主要经营场所 or 经营场所. */
  PLACE,
  /** 经营范围. */
  BUSINESS_SCOPE
}
