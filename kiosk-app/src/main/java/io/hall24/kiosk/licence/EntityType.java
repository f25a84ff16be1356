package io.hall24.kiosk.licence;

/** The types of entity that hold a business licence; each has its own set of face items. */
public enum EntityType {
  /** 有限责任公司. */
  LIMITED_COMPANY,
  /** 股份有限公司. */
  JOINT_STOCK_COMPANY,
  /** 非公司企业法人. */
  NON_COMPANY_LEGAL_PERSON,
  /** 个人独资企业. */
  SOLE_PROPRIETORSHIP,
  /** 合伙企业. */
  PARTNERSHIP,
  /** 农民专业合作社. */
  FARMERS_COOPERATIVE,
  /** 个体工商户. */
  INDIVIDUAL_BUSINESS,
  /** 分公司、分支机构. */
  BRANCH,
  /** 外商投资企业. */
  FOREIGN_INVESTED
}
